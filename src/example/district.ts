import { agriculture } from "./departments/agriculture.ts";
import { civilAffairs } from "./departments/civil-affairs.ts";
import { culture } from "./departments/culture.ts";
import { ecology } from "./departments/ecology.ts";
import { education } from "./departments/education.ts";
import { health } from "./departments/health.ts";
import { industry } from "./departments/industry.ts";
import { transport } from "./departments/transport.ts";
import type { DepartmentPlan } from "./plan.ts";

/**
 * The invented district — 示例区. Nothing in it exists: the city and the district are made up, and no region of
 * GB/T 2260 begins with 99.
 */
export const district: {
  readonly region: number;
  readonly name: string;
  readonly towns: readonly string[];
  readonly departments: readonly DepartmentPlan[];
} = {
  region: 990101,
  name: "云泽市青洲区",
  towns: ["石桥镇", "柳湾镇", "竹岭镇", "松坪镇", "云溪街道", "东塘街道", "沙河街道", "北渡街道"],
  departments: [education, health, civilAffairs, agriculture, transport, culture, industry, ecology],
};
