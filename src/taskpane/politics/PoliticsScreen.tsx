export function PoliticsScreen() {
  return null;
}
