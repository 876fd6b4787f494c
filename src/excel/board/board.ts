import type { StudyContext } from "../study/rows";
import type { Writer } from "../politics/territory";
export async function writeBoard(_study: StudyContext, _write: Writer): Promise<string> {
  return "";
}
