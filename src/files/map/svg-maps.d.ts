/** Types that the map's package names but does not bring. */
declare module "svg-maps__common" {
  export interface Map {
    readonly label: string;
    readonly viewBox: string;
    readonly locations: readonly { readonly name: string; readonly id: string; readonly path: string }[];
  }
}
