/** Carries out one request: finds the objects its paths name, then performs its actions in order. */
import { isHandle, open, type Handle } from "./class-table";
import { workbookClass } from "./classes/workbook";
import type { HostCore } from "./core";
import { HostError, cellEditMode, notImplemented } from "./errors";
import {
  ActionType,
  PathType,
  type Action,
  type ArgumentInfo,
  type ObjectPath,
  type RequestBody,
  type ResponseBody,
} from "./protocol";

type Found = Handle | null;

export class Executor {
  private objects = new Map<number, Found>();
  constructor(
    private host: HostCore,
    private body: RequestBody,
    private tidying = false,
  ) {}

  async run(): Promise<ResponseBody> {
    const results: ResponseBody["Results"] = [];
    const traces: number[] = [];
    for (const [index, action] of this.body.Actions.entries()) {
      try {
        if (!this.tidying) this.host.faults.beforeAction();
        if (this.host.editing && !this.tidying) throw cellEditMode();
        if (action.ActionType === ActionType.Trace) traces.push(action.Id);
        results.push({ ActionId: action.Id, Value: await this.perform(action) });
      } catch (error) {
        const { code, message, location } = asHostError(error);
        const Location = location ?? this.locate(action);
        return {
          Results: results,
          TraceIds: traces,
          Error: { Code: code, Message: message, Location, ActionIndex: index },
        };
      }
    }
    return { Results: results, TraceIds: traces };
  }

  private async perform(action: Action): Promise<unknown> {
    if (action.ActionType === ActionType.Trace) return null;
    const found = await this.find(action.ObjectPathId);
    if (action.ActionType === ActionType.Instantiate)
      return found ? (found.cls.identity?.(found.self, this.host) ?? {}) : null;
    if (!found) {
      if (action.ActionType === ActionType.Query || action.Name.startsWith("_")) return null;
      throw new HostError("InvalidObjectPath", "The object path isn't working for what you're trying to do.");
    }
    switch (action.ActionType) {
      case ActionType.Query:
        await this.host.settleBeforeReading();
        return this.query(found, selection(action.QueryInfo?.Select), action.QueryInfo);
      case ActionType.Method: {
        const value = await this.call(found, action.Name, action.ArgumentInfo);
        return isHandle(value) ? (value.cls.identity?.(value.self, this.host) ?? {}) : value;
      }
      case ActionType.SetProperty:
        return this.set(found, action.Name, (await this.arguments(action.ArgumentInfo))[0]);
      default:
        throw notImplemented(`action ${String(action.ActionType)}`, this.host.lang);
    }
  }

  private async find(id: number): Promise<Found> {
    if (this.objects.has(id)) return this.objects.get(id)!;
    const path = this.body.ObjectPaths[id];
    if (!path) throw new HostError("InvalidObjectPath", `The request names no object path ${id}.`);
    const found = await this.resolve(path);
    this.objects.set(id, found);
    return found;
  }

  private async resolve(path: ObjectPath): Promise<Found> {
    if (path.ObjectPathType === PathType.Workbook) return open(workbookClass, this.host.workbook);
    if (path.ObjectPathType === PathType.Reference) return this.host.references.get(path.Name);
    if (path.ObjectPathType === PathType.New) throw notImplemented(`new ${path.Name}`, this.host.lang);
    const parent = await this.find(path.ParentObjectPathId!);
    if (!parent) return null;
    if (path.ObjectPathType === PathType.Property) {
      const member = parent.cls.objects?.[path.Name];
      if (!member) throw this.missing(parent, path.Name);
      return member.open(parent.self, this.host);
    }
    if (path.ObjectPathType === PathType.Indexer) {
      if (!parent.cls.indexer) throw this.missing(parent, "getItem");
      return parent.cls.indexer(parent.self, (await this.arguments(path.ArgumentInfo))[0], this.host);
    }
    const value = await this.call(parent, path.Name, path.ArgumentInfo);
    if (value !== null && !isHandle(value))
      throw new HostError("GeneralException", `${parent.cls.name}.${path.Name} gives no object.`);
    return value;
  }

  private async call(target: Handle, name: string, info?: ArgumentInfo): Promise<unknown> {
    // Excel tells every event always; registering needs nothing from the preview.
    if (/^_(Unr|R)egister\w*Event/.test(name) || name === "_KeepReference" || name.startsWith("_Remove"))
      return this.host.references.housekeeping(target, name, info?.Arguments ?? []);
    const method = target.cls.methods?.[name];
    if (!method) throw this.missing(target, name);
    return method(target.self, await this.arguments(info), this.host);
  }

  private async set(target: Handle, name: string, value: unknown): Promise<null> {
    const member = target.cls.scalars[name] ?? target.cls.objects?.[name];
    if (!member) throw this.missing(target, name);
    if (!member.set)
      throw new HostError("AccessDenied", `${target.cls.name}.${camel(name)} can only be read.`);
    await member.set(target.self, value, this.host);
    return null;
  }

  private async query(
    target: Handle,
    wanted: Selection,
    page?: { Top?: number; Skip?: number },
  ): Promise<unknown> {
    const { cls, self } = target;
    if (cls.items) {
      let items = cls.items(self, this.host);
      const start = page?.Skip ?? 0;
      if (page?.Skip || page?.Top) items = items.slice(start, page.Top ? start + page.Top : undefined);
      const answer: Record<string, unknown> = { _Items: [] };
      const ofItems: Selection = new Map();
      for (const [name, deeper] of wanted) {
        const own = memberNamed(cls.scalars, name);
        if (own) answer[own] = await cls.scalars[own]!.get(self, this.host);
        else if (name === "items") for (const [key, value] of deeper) ofItems.set(key, value);
        else ofItems.set(name, deeper);
      }
      if (wanted.size === 0) await this.scalars(target, answer);
      for (const item of items) (answer._Items as unknown[]).push(await this.query(item, ofItems));
      return answer;
    }
    const answer: Record<string, unknown> = { ...cls.identity?.(self, this.host) };
    if (wanted.size === 0 || wanted.has("$all") || wanted.has("*")) await this.scalars(target, answer);
    for (const [name, deeper] of wanted) {
      if (name.startsWith("$") || name === "*") continue;
      const scalar = memberNamed(cls.scalars, name);
      if (scalar) {
        answer[scalar] = await cls.scalars[scalar]!.get(self, this.host);
        continue;
      }
      const nested = memberNamed(cls.objects ?? {}, name);
      if (!nested) throw this.missing(target, name);
      const found = cls.objects![nested]!.open(self, this.host);
      answer[nested] = found ? await this.query(found, deeper) : null;
    }
    return answer;
  }

  private async scalars(target: Handle, answer: Record<string, unknown>): Promise<void> {
    for (const [name, property] of Object.entries(target.cls.scalars))
      if (!property.lazy) answer[name] = await property.get(target.self, this.host);
  }

  private async arguments(info?: ArgumentInfo): Promise<any[]> {
    const resolve = async (value: unknown, reference: unknown): Promise<unknown> => {
      if (typeof reference === "number" && reference > 0) return this.find(reference);
      if (Array.isArray(reference) && Array.isArray(value))
        return Promise.all(value.map((each, i) => resolve(each, reference[i])));
      return isPlainObject(value) ? this.withObjects(value) : value;
    };
    const values = info?.Arguments ?? [];
    return Promise.all(values.map((value, i) => resolve(value, info?.ReferencedObjectPathIds?.[i])));
  }

  /** Within an object, as in a validation's rule, a range is {_ObjectPathId: …}. */
  private async withObjects(value: Record<string, unknown>): Promise<unknown> {
    if (typeof value._ObjectPathId === "number") return this.find(value._ObjectPathId);
    const copy: Record<string, unknown> = {};
    for (const [key, each] of Object.entries(value))
      copy[key] = isPlainObject(each) ? await this.withObjects(each) : each;
    return copy;
  }

  private missing(target: Handle, name: string): HostError {
    return notImplemented(`${target.cls.name}.${camel(name)}`, this.host.lang);
  }

  private locate(action: Action): string | undefined {
    const found = this.objects.get(action.ObjectPathId);
    const path = this.body.ObjectPaths[action.ObjectPathId];
    if (found) return action.Name ? `${found.cls.name}.${camel(action.Name)}` : found.cls.name;
    const parent = path?.ParentObjectPathId ? this.objects.get(path.ParentObjectPathId) : null;
    return parent && path?.Name ? `${parent.cls.name}.${camel(path.Name)}` : undefined;
  }
}

/** What load() asks for, as a tree: "format/fill/color" three levels deep. */
type Selection = Map<string, Selection>;
function selection(paths: string[] = []): Selection {
  const root: Selection = new Map();
  for (const path of paths) {
    let at = root;
    for (const name of path.split("/")) {
      const key = name.trim();
      if (key) at = at.get(key) ?? at.set(key, new Map()).get(key)!;
    }
  }
  return root;
}
const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const camel = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
const lowerNames = new WeakMap<object, Map<string, string>>();
/** The client asks for "values" or "Values": members are found whatever the case. */
function memberNamed(members: Record<string, unknown>, name: string): string | undefined {
  let names = lowerNames.get(members);
  if (!names) {
    names = new Map(Object.keys(members).map((key) => [key.toLowerCase(), key]));
    lowerNames.set(members, names);
  }
  return names.get(name.toLowerCase());
}
function asHostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new HostError("GeneralException", `Defect of the preview host: ${text}`);
}
