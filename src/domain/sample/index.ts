export { sample2014, type Sample } from "./sample2014";
