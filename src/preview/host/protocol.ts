/**
 * The requests Microsoft's client sends and the answers it takes (spec host.md, points 1 and 2).
 * Only what the host reads is described.
 */
export const enum PathType {
  Workbook = 1,
  New = 2,
  Method = 3,
  Property = 4,
  Indexer = 5,
  Reference = 6,
}
export const enum ActionType {
  Instantiate = 1,
  Query = 2,
  Method = 3,
  SetProperty = 4,
  Trace = 5,
}
export interface ArgumentInfo {
  Arguments?: unknown[];
  /** Beside each argument: the id of the object path it stands for, 0 for a plain value, nested for lists. */
  ReferencedObjectPathIds?: unknown[];
}
export interface ObjectPath {
  Id: number;
  ObjectPathType: PathType;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}
export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}
export interface Action {
  Id: number;
  ActionType: ActionType;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
}
export interface RequestBody {
  ObjectPaths: Record<string, ObjectPath>;
  Actions: Action[];
}
export interface ResponseError {
  Code: string;
  Message: string;
  Location?: string;
  ActionIndex?: number;
}
export interface ResponseBody {
  Results: { ActionId: number; Value: unknown }[];
  /** Marks the client set in the batch, for the handlers it adds and removes. */
  TraceIds?: number[];
  Error?: ResponseError;
}
