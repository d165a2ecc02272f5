import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

const postgres = "test/support/postgres-setup.ts";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    environment: "node",
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
    globalSetup: existsSync(postgres) ? [postgres] : [],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
