import type { Bilingual, Language, Refusal } from "../domain/result.ts";
import type { ProblemView } from "./contract/problem-view.ts";

/** A "no" of the HTTP door, with the status it is sent with — 问题. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: Bilingual;
  readonly hint: Bilingual;
  readonly errors: readonly { readonly pointer: string; readonly message: Bilingual }[];

  constructor(
    status: number,
    code: string,
    title: Bilingual,
    hint: Bilingual,
    errors: readonly { readonly pointer: string; readonly message: Bilingual }[] = [],
  ) {
    super(title.en);
    this.status = status;
    this.code = code;
    this.title = title;
    this.hint = hint;
    this.errors = errors;
  }
}

/** Nothing stands at this address. */
export const notFound = (): Problem =>
  new Problem(
    404,
    "not-found",
    { zh: "没有找到", en: "Not found" },
    {
      zh: "请检查地址；项目和文件可从首页搜索或从浏览页打开。",
      en: "Check the address; projects and documents can be found by search or in the explorer.",
    },
  );

/** The address exists, and not for this. */
export const wrongMethod = (): Problem =>
  new Problem(
    405,
    "wrong-method",
    { zh: "这个地址不支持这样的请求", en: "This address does not take such a request" },
    { zh: "请改用答复头 Allow 列出的方法。", en: "Use a method that the header Allow lists." },
  );

/** Parameters that no schema knows, or values that it does not take: all of them at once. */
export const badParameter = (errors: Problem["errors"]): Problem =>
  new Problem(
    400,
    "bad-parameter",
    { zh: "查询参数不对", en: "A parameter of the query is not right" },
    {
      zh: "请回到浏览页重新选择条件；程序请按 /openapi.json 列出的参数名和取值修改。",
      en: "Choose the filters anew on the page of projects; programs find names and values in /openapi.json.",
    },
    errors,
  );

/** This server does not take files. */
export const uploadOff = (): Problem =>
  new Problem(
    403,
    "upload-off",
    { zh: "本站不接收文件", en: "This site does not take files" },
    {
      zh: "请联系管理员，或用命令 jiheng import 导入。",
      en: "Ask the operator, or import with the command jiheng import.",
    },
  );

/** This server does not take corrections. */
export const correctionOff = (): Problem =>
  new Problem(
    403,
    "correction-off",
    { zh: "本站不接收更正", en: "This site does not take corrections" },
    {
      zh: "更正与提交文件同权：请联系管理员，以 jiheng serve --allow-upload 启动。",
      en: "Corrections are taken where files are: ask the operator to start it with jiheng serve --allow-upload.",
    },
  );

/** A correction that is not taken: what was found and what to do. */
export const correctionRefused = ({ code, message, hint }: Refusal): Problem =>
  new Problem(correctionStatus[code] ?? 422, `correction-${code}`, message, hint);

const correctionStatus: Readonly<Record<string, number>> = {
  "no-such-document": 404,
  "not-current": 409,
  "changed-meanwhile": 409,
  "nothing-to-undo": 409,
};

/** What was sent with a request cannot be understood. */
export const badForm = (errors: Problem["errors"]): Problem =>
  new Problem(
    400,
    "bad-form",
    { zh: "提交的内容不对", en: "What was sent is not right" },
    {
      zh: "请回到页面重新填写；程序请按 /openapi.json 修改。",
      en: "Fill the form anew; programs find it in /openapi.json.",
    },
    errors,
  );

/** A request from another site's page. */
export const foreignForm = (): Problem =>
  new Problem(
    403,
    "foreign-form",
    { zh: "请求来自其他网站，未予接收", en: "The request came from another site and was not taken" },
    { zh: "请在本站页面上选择文件。", en: "Choose the file on this site's own page." },
  );

/** No file was sent with the form. */
export const noFile = (): Problem =>
  new Problem(
    400,
    "no-file",
    { zh: "没有收到文件", en: "No file was received" },
    { zh: "请选择一个绩效目标表文件后再提交。", en: "Choose a performance-target table and send it again." },
  );

/** Nothing stood in the paste box. */
export const nothingPasted = (): Problem =>
  new Problem(
    400,
    "nothing-pasted",
    { zh: "粘贴框是空的", en: "Nothing was pasted" },
    {
      zh: "请在 Excel、WPS、Word 或网页中选中表格，复制后粘贴到框里。",
      en: "Select the table in Excel, WPS, Word or a page, copy it, and paste it into the box.",
    },
  );

/** What was said of the columns of a file cannot be used: all that is wrong with it. */
export const badRecipe = (problems: readonly { readonly path: string; readonly words: Bilingual }[]): Problem =>
  new Problem(
    422,
    "bad-recipe",
    { zh: "列对照还不能用", en: "The column recipe cannot be used yet" },
    { zh: "请按各项说明修改后再提交。", en: "Mend it as each line says and send it again." },
    problems.map(({ path, words }) => ({ pointer: `/body/recipe/${path}`, message: words })),
  );

/** There is no such recipe, or none that this program understands. */
export const noSuchRecipe = (): Problem =>
  new Problem(
    404,
    "no-such-recipe",
    { zh: "没有这个列对照表", en: "There is no such column recipe" },
    {
      zh: "它可能已被删除；请重新选择，或逐列对照。",
      en: "It may have been removed: choose another, or map the columns.",
    },
  );

/** Of several files that came together the columns are told one by one, or by a kept recipe. */
export const nothingToTell = (): Problem =>
  new Problem(
    409,
    "nothing-to-tell",
    { zh: "这里没有一份文件要对照", en: "There is no single file here whose columns are asked for" },
    { zh: "请打开其中一份文件再逐列对照。", en: "Open one of the files and map its columns there." },
  );

/** A file that waited for its columns to be told is not at hand any more. */
export const fileGone = (): Problem =>
  new Problem(
    410,
    "file-gone",
    { zh: "这份文件已不在服务器上", en: "The file is not at hand any more" },
    {
      zh: "等待对照的文件只保留一小时。请再提交一次，然后对照。",
      en: "A file waits for an hour. Bring it again, then map its columns.",
    },
  );

/** Who does it is not said. */
export const nobody = (): Problem =>
  new Problem(
    422,
    "nobody",
    { zh: "没有写明姓名", en: "It is not said who does it" },
    { zh: "请填写姓名。", en: "Give your name." },
  );

/** More than one file, or more fields than the form has. */
export const oneFile = (): Problem =>
  new Problem(
    400,
    "one-file",
    { zh: "一次只收一份文件", en: "One file at a time" },
    { zh: "请逐份提交。", en: "Send them one by one." },
  );

/** The file is larger than this server takes. */
export const fileTooLarge = (limit: number): Problem =>
  new Problem(
    413,
    "file-too-large",
    { zh: "文件太大", en: "The file is too large" },
    {
      zh: `单个文件最大 ${Math.floor(limit / 1048576)} MB，请拆分后再导入。`,
      en: `One file may have up to ${Math.floor(limit / 1048576)} MB; split it and import the parts.`,
    },
  );

/** Files that came in one form are too large together. */
export const tooMuchTogether = (limit: number): Problem =>
  new Problem(
    413,
    "too-much-together",
    { zh: "这些文件合起来太大", en: "The files are too large together" },
    {
      zh: `一次最多 ${Math.floor(limit / 1048576)} MB，请分几次提交，或打包成 ZIP。`,
      en: `One form may bring ${Math.floor(limit / 1048576)} MB: send them in several, or pack them as a ZIP.`,
    },
  );

/** Many files are waiting to be read. */
export const busy = (): Problem =>
  new Problem(
    503,
    "busy",
    { zh: "正在读取的文件较多", en: "Many files are being read" },
    { zh: "请过一会儿再提交。", en: "Please send it again in a moment." },
  );

/** Our own mistake: nothing of its inside is shown. */
export const ourMistake = (): Problem =>
  new Problem(
    500,
    "our-mistake",
    { zh: "系统出错", en: "Something went wrong on our side" },
    {
      zh: "这是我们的问题。请稍后再试，并把请求编号告诉管理员。",
      en: "This is our mistake. Try again later and give the operator the request id.",
    },
  );

/** All of them, as the page about the API lists them — 问题一览. */
export const everyProblem = (fileLimit: number): readonly Problem[] => [
  unreadableRequest(400),
  unencodedAddress(),
  badParameter([]),
  noFile(),
  oneFile(),
  nothingPasted(),
  badForm([]),
  badRecipe([]),
  nobody(),
  nothingToTell(),
  fileGone(),
  noSuchRecipe(),
  uploadOff(),
  correctionOff(),
  foreignForm(),
  notFound(),
  wrongMethod(),
  fileTooLarge(fileLimit),
  tooMuchTogether(2 * fileLimit),
  ourMistake(),
  busy(),
];

/** What kind of "no" an error is; anything that we did not foresee is our mistake. */
export function problemOf(error: unknown, fileLimit: number): Problem {
  if (error instanceof Problem) return error;
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  const status = typeof error === "object" && error !== null && "statusCode" in error ? error.statusCode : undefined;
  if (typeof code === "string" && /^FST_(?:FILES|PARTS|FIELDS)_LIMIT$/.test(code)) return oneFile();
  if (code === "FST_REQ_FILE_TOO_LARGE" || status === 413) return fileTooLarge(fileLimit);
  if (status === 406 || code === "FST_INVALID_MULTIPART_CONTENT_TYPE") return noFile();
  if (typeof status === "number" && status >= 400 && status < 500) return unreadableRequest(status);
  return ourMistake();
}

/** An address with characters that must be encoded. */
export const unencodedAddress = (): Problem =>
  new Problem(
    400,
    "unencoded-address",
    { zh: "地址中的汉字没有编码", en: "The address holds characters that are not encoded" },
    {
      zh: "请用百分号编码；curl 可写作 curl -G --data-urlencode 'q=满意度' 地址。",
      en: "Percent-encode them; with curl: curl -G --data-urlencode 'q=满意度' ADDRESS.",
    },
  );

/** Not to be understood as a request. */
export const unreadableRequest = (status: number): Problem =>
  new Problem(
    status,
    "bad-request",
    { zh: "请求无法理解", en: "The request could not be understood" },
    { zh: "请按接口说明 /data 检查请求。", en: "Check the request against the description at /data." },
  );

/** The problem as RFC 9457 asks, in one language. */
export function problemView(problem: Problem, language: Language, requestId: string): ProblemView {
  return {
    type: `/data#problem-${problem.code}`,
    title: problem.title[language],
    status: problem.status,
    code: problem.code,
    detail: problem.title[language],
    hint: problem.hint[language],
    requestId,
    ...(problem.errors.length > 0
      ? { errors: problem.errors.map(({ pointer, message }) => ({ pointer, message: message[language] })) }
      : {}),
  };
}
