/** Failures made on purpose, for tests: the n-th request or action answers an error and does nothing. */
import { HostError } from "./errors";

export interface PlannedFault {
  readonly hit: boolean;
  cancel(): void;
}
interface Plan {
  left: number;
  unit: "action" | "request";
  error: { code: string; message: string };
  hit: boolean;
}
export class Faults {
  private plans: Plan[] = [];

  plan(n: number, error: { code: string; message: string }, unit: "action" | "request"): PlannedFault {
    const plan: Plan = { left: n, unit, error, hit: false };
    this.plans.push(plan);
    const cancel = () => void (this.plans = this.plans.filter((p) => p !== plan));
    return {
      get hit() {
        return plan.hit;
      },
      cancel,
    };
  }
  beforeRequest(): void {
    this.count("request");
  }
  beforeAction(): void {
    this.count("action");
  }
  private count(unit: Plan["unit"]): void {
    for (const plan of this.plans) {
      if (plan.unit !== unit || --plan.left > 0) continue;
      plan.hit = true;
      this.plans = this.plans.filter((p) => p !== plan);
      throw new HostError(plan.error.code, plan.error.message);
    }
  }
}
