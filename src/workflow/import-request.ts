/** What someone brings — 导入请求. */
export interface ImportRequest {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** 6-digit administrative code; 0 where unknown — 行政区划代码. */
  readonly region?: number;
  /** Budget year, where the person knows it — 预算年度. */
  readonly year?: number;
  readonly sourceUrl?: string;
  readonly actor: string;
}
