export { addressOf, findFormulas } from "./find";
export { freeze } from "./freeze";
export { readMemory } from "./memory";
export { isStuck, repair } from "./repair";
export { thaw } from "./thaw";
