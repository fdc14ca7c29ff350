"""Where long words may be cut at a line's end."""

import re

SOFT_HYPHEN = "\u00ad"

SYLLABLES = """
ad-min-is-tra-tion agri-cul-ture agree-ment appren-tice-ship ap-proach as-sess-ment assess-ments author-ities
busi-ness busi-nesses ca-pac-ity cer-tif-i-cate certif-icates com-mu-ni-ties com-mit-ment confer-ence con-di-tions
con-struc-tion con-tri-bu-tion contri-bu-tions con-ven-tions coop-er-a-tion coop-er-a-tives coun-tries
devel-op-ment dia-logue dis-abil-i-ties disabil-ity eco-nomic econ-omy em-ploy-ers em-ploy-ment enter-prises
entre-pre-neurs envi-ron-ment equal-ity estab-lished expe-ri-ence expan-sion exten-sion fac-to-ries finan-cial
for-mal-ize frame-work frame-works fund-ing gov-ern-ment gov-ern-ments hu-man-i-tar-ian im-ple-men-ta-tion
in-clu-sion in-for-mal infor-ma-tion in-fra-struc-ture ini-tia-tive inspec-tion inspec-tors in-sti-tu-tions
insur-ance inter-na-tional invest-ment knowl-edge labour-ing leader-ship mar-ket mem-bers min-istry
na-tional net-work oc-cu-pa-tional oper-a-tions oppor-tu-ni-ties orga-ni-za-tion orga-ni-za-tions part-ner-ship
part-ner-ships par-tic-i-pa-tion pol-icy prac-tices pri-or-ity pro-duc-tiv-ity pro-gramme pro-grammes pro-tec-tion
qual-i-fi-ca-tion qualifi-ca-tions rec-og-ni-tion reg-is-tered reg-u-la-tion reha-bil-i-ta-tion re-sources
se-cu-rity sec-tors ser-vices skills-based so-cial stan-dards statis-tics sta-tis-ti-cal strength-en-ing
sup-port sup-ported sus-tain-able tech-ni-cal tech-nol-ogy train-ing trans-for-ma-tion unem-ploy-ment
voca-tional vol-un-tary work-ers work-place work-shops
""".split()

_CUT = {word.replace("-", ""): word.replace("-", SOFT_HYPHEN) for word in SYLLABLES}
_WORDS = re.compile("|".join(rf"\b{word}\b" for word in sorted(_CUT, key=len, reverse=True)), re.IGNORECASE)


def with_soft_hyphens(text: str) -> str:
    """The text with a soft hyphen wherever a word of the list may be cut."""
    return _WORDS.sub(_cut, text)


def _cut(match: re.Match[str]) -> str:
    word = match[0]
    cut = _CUT[word.lower()]
    return word[0] + cut[1:] if cut[1:].replace(SOFT_HYPHEN, "") == word[1:] else word
