/** Why a text is no answer: nothing typed, a stand-in for an answer, or “no risks” that nobody signed. */
export type MissingText = 'empty' | 'placeholder' | 'unsigned-denial';

/**
 * What people type to get past a field. Compared after folding width and case and dropping everything that is
 * neither letter nor digit, so `N/A`, `n.a.` and `Ｎ／Ａ` are one entry.
 */
const placeholders = new Set(
  [
    'tbd tba tbc tbe tbs na none nil null nothing unknown unk unclear undefined undecided undetermined unsure',
    'pending later idk dunno todo fixme blank empty missing open x dash test asdf',
    'tobedetermined tobedefined tobedecided tobeconfirmed tobeadvised tobeannounced tobediscussed tobeagreed tobechecked',
    'tobeprovided tobesupplied tobeadded tobecompleted tobefilled tobefilledin todefine toconfirm',
    'notknown notyetknown notyet notavailable notapplicable notsure notclear notdefined notdecided notconfirmed',
    'notspecified notprovided notdetermined dontknow donotknow idontknow wedontknow nottalkedabout notdiscussed',
    'noidea noinfo noinformation nodata noanswer nocomment nothingyet nothingtoadd',
    'willfollow tofollow willupdate willadd willconfirm willcheck comingsoon inprogress askthecustomer asksales',
    'waiting awaiting awaitinginfo onhold',
    '待定 待议 待确认 待补 待补充 待填 待填写 待完善 待沟通 待核实 待更新 待了解 待跟进 待商议 待提供 待收集 待调研 待讨论 待明确',
    '未定 未知 未确定 未确认 未明确 未提供 未填 未填写 未了解 未收集 未沟通 尚未确定 尚未确认 尚未明确 还未确定 还没确定 还没定 没定',
    '不详 不明 不清楚 不知道 不了解 不确定 不明确 不适用 不清 不便透露 暂不清楚 暂不确定 暂不明确 暂不了解 暂未确定 暂未确认 暂未提供',
    '无 没有 没 暂无 暂缺 暂时没有 暂时无 空 空白 略 缺 缺失 无信息 无内容 暂无信息 无数据 暂无数据 无可奉告 无备注',
    '后补 后续补充 后面补 稍后 稍后补充 以后再说 回头补 回头再说 再说 再定 另议 另行通知 随后补充 等通知 等确认 进行中 问客户 问销售',
    '待定中 待确定 無 沒有 暫無 暫缺 未確定 待確認 待補充 待補 後補 不詳 不確定 不適用',
  ].flatMap((line) => line.split(' ')),
);

/** Stand-ins that stay what they are whatever follows: “TBD by customer” answers no more than “TBD”. */
const postponements = new Set(
  [
    'tbd tba tbc tbe unknown unk unclear undefined undecided undetermined unsure pending todo dunno waiting awaiting idk',
    'tobedetermined tobedefined tobedecided tobeconfirmed tobeadvised tobeannounced tobediscussed tobeagreed tobechecked',
    'tobeprovided tobesupplied tobeadded tobecompleted tobefilled tobefilledin notknown notsure notclear notdefined',
    'notdecided notconfirmed notspecified notprovided notdetermined notdiscussed notasked noidea dontknow onhold open',
    'notyetknown notyetconfirmed notyetdecided notyetdefined notyetclear notyetdiscussed notyetasked notyetagreed notyetset',
    'willask willcheck willconfirm willupdate willfollow willadd tofollow toconfirm',
  ].flatMap((line) => line.split(' ')),
);

/** What may stand before and after such a stand-in without making it an answer: who, when, how often. */
const around = new Set(
  [
    'still currently presently yet now so far it is its this that all as of at the moment present we are',
    'by from with via through for to in on until till after before during and or then again back up us me them him her our',
    'customer customers client clients sales seller csm cs team it legal finance procurement partner vendor side sponsor',
    'next this coming week weeks month quarter day days tomorrow today later soon shortly asap kickoff kick off meeting call',
    'workshop onboarding handoff will ask asks asking check confirm confirms follow update provide get be info information',
    'details answer reply please see',
  ].flatMap((line) => line.split(' ')),
);

const zhTime =
  '(?:尚|还|仍|目前|现在|暂时?|正在|现阶段|会后|后续|下周|下月|本周|本月|启动会后?|稍后|以后|回头|进一步)';
const zhWho =
  '(?:由|向|跟|与|和|找|请|让)?(?:客户方?|甲方|对方|销售|商务|业务|我方|我们|双方|领导|老板|IT|技术|法务|财务|采购|项目组|团队|他们|伙伴|CSM)(?:那边|方面|侧)?';
const zhAct =
  '(?:再|来|去|会|需|要)*(?:确认|确定|补充|补齐|补|提供|沟通|回复|反馈|明确|核实|了解|跟进|填写|填|询问|问|收集|调研|讨论|商议|通知|更新|答复|定)';
const zhPlaceholder = new RegExp(
  `^${zhTime}*(?:待|等|等待|需|未|没|没有|有待)(?:${zhTime}|${zhWho})*${zhAct}(?:中|后|后再(?:说|定|补))?$|^${zhTime}*(?:不|未|没)(?:太)?(?:清楚|知道|了解|明确|确定|知|详)$`,
  'i',
);
const zhTail = new RegExp(`^(?:${zhTime}|${zhWho})*(?:${zhAct})?(?:中|后)?$`, 'i');

/** Phrases like “no known risks”, “there are no commitments”, “暂无风险”: an answer when somebody stands behind it. */
const denials = [
  /\b(?:there (?:are|is|were) )?(?:no|not any|without|none)(?: (?:known|obvious|identified|apparent|open|major|particular|other|special|further|real|foreseeable|significant)){0,2} (?:risks?(?! (?:assessment|analysis|management|register|review|plan))|issues?|concerns?|commitments?|commitments?|detractors?|opponents?)(?: (?:known|identified|made|found|seen|at present|at this time|so far|now|yet|were|was|have been|has been|are|is))*\b/,
  /(?:暂时?|目前|现阶段|尚|并|确认)*(?:无|没有?|未(?:发现|识别|见|作出?|做出?))(?:任何|已知|明显|重大|特别|其他|的|识别|发现|额外|公开)*(?:风险|隐患|问题|承诺|反对者|反对的?人)/,
];

const dates = [
  /\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?/,
  /\d{1,2}\s*月\s*\d{1,2}\s*[日号]/,
  /\b\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})\b/,
  /\b\d{1,2}(?:st|nd|rd|th)?[ -](?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:,? \d{4})?/,
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?/,
];

/** Words around a signature that are no name themselves. */
const signing =
  /\b(?:confirmed|checked|signed|stated|reviewed|verified|asked|found|with|by|on|as|of|at|the|date|dated|name|sales|seller|customer|today|and|me|us|we|i)\b|经与|已与|已经|经?确认人?|核实|签字|签名|销售|日期|姓名|客户|本人|我们|今天|截至/g;

/** Characters no stand-in and no bare denial exceeds. */
const longestStandIn = 200;

/** Why the text is no answer, or null when it is one. Judges the text alone, whoever typed it. */
export function missingText(text: string): MissingText | null {
  const folded = fold(text);
  if (folded === '') return 'empty';
  // A text this long says something, unless it is all dashes; asking it everything would cost on every key typed.
  if (folded.length > longestStandIn) return compact(folded) === '' ? 'placeholder' : null;
  if (isPlaceholder(folded)) return 'placeholder';
  return isUnsignedDenial(folded) ? 'unsigned-denial' : null;
}

/** Whether a short text says that there is none, signed or not: an answer, but nothing to act on. */
export function isDenial(text: string): boolean {
  const folded = fold(text);
  return folded.length <= longestStandIn && denials.some((pattern) => pattern.test(folded));
}

/** Width, case and space made the same; traditional punctuation becomes its plain form. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b-\u200d\ufeff]+/g, ' ')
    .trim();
}

function isPlaceholder(folded: string): boolean {
  if (isStandIn(folded)) return true;
  const parts = folded
    .split(/[,;:()[\]{}<>|、。.…\-–—~\n]+|\/(?!a\b)/)
    .filter((part) => compact(part) !== '');
  const isTail = (part: string) => isStandIn(part) || isAside(part);
  if (parts.length > 1 && parts.every(isTail) && parts.some(isStandIn)) return true;
  return isPostponed(folded);
}

/** A stand-in with nothing around it but who is to answer, or when. */
function isPostponed(folded: string): boolean {
  const words = wordsOf(folded);
  for (let from = 0; from < words.length; from++) {
    for (let to = words.length; to > from; to--)
      if (postponements.has(words.slice(from, to).join(''))) return words.slice(to).every(isAround);
    if (!isAround(words[from] ?? '')) return false;
  }
  return false;
}

/** Part of a text that only says who is to answer, or when. */
function isAside(part: string): boolean {
  const words = wordsOf(part);
  return words.length > 0 && (words.every(isAround) || zhTail.test(compact(part)));
}

function isAround(word: string): boolean {
  return around.has(word) || /^(?:q[1-4]|\d{1,4})$/.test(word);
}

function wordsOf(text: string): string[] {
  return text
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function isStandIn(text: string): boolean {
  const letters = compact(text);
  return (
    letters === '' ||
    /^(?:x+|\u00d7+|z+)$/.test(letters) ||
    placeholders.has(letters) ||
    zhPlaceholder.test(letters) ||
    isPostponed(text)
  );
}

function compact(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

function isUnsignedDenial(folded: string): boolean {
  const denial = denials.map((pattern) => pattern.exec(folded)).find((match) => match !== null);
  if (!denial) return false;
  const rest = folded.replace(denial[0], ' ');
  // A longer text that happens to contain the phrase explains itself: “no open risks except the returns team …”.
  if (compact(rest).length > 60) return false;
  const date = dates.map((pattern) => pattern.exec(rest)).find((match) => match !== null);
  if (!date || !isPossible(date[0])) return true;
  const name = rest
    .replace(date[0], ' ')
    .replace(signing, ' ')
    .replace(/[^\p{L}]+/gu, '');
  return name.length < 2;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Whether the day written can exist: 31 February signs nothing. Of day and month in either order, one has to. */
function isPossible(date: string): boolean {
  const named = monthNames.findIndex((name) => date.includes(name)) + 1;
  const numbers = [...date.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const year = numbers.find((number) => number > 999) ?? 2024; // a leap year, where none is written
  const small = numbers.filter((number) => number <= 999);
  const exists = (month: number | undefined, day: number | undefined) =>
    month !== undefined &&
    day !== undefined &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (named > 0) return exists(named, small[0]);
  const [first, second] = small;
  return exists(first, second) || (!/^\d{4}/.test(date) && !/月/.test(date) && exists(second, first));
}
