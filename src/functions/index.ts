export { functionDefinitions } from "./catalogue";
export { figuresOf } from "./figuresOf";
export { functionsMetadata } from "./metadata";
export { registerFunctions, type FunctionEnvironment, type FunctionsRuntime } from "./register";
export { studyEnvironment } from "./environment";
