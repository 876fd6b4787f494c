export { functionDefinitions } from "./catalogue";
export { functionsMetadata } from "./metadata";
export { registerFunctions, type FunctionEnvironment, type FunctionsRuntime } from "./register";
export { studyEnvironment } from "./environment";
