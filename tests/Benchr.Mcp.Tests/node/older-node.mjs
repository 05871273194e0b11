// The conformance suite imports fs.globSync, which Node has from 22 on, for a report that the server scenarios do not write.
// Run with --import, this lets older versions load it.
import { register } from "node:module";

const hooks = `
  const source = 'export * from "node:fs"; export { default } from "node:fs"; export const globSync = () => { throw new Error("needs Node 22"); };';
  export const resolve = (specifier, context, next) =>
    specifier === "fs" && context.parentURL?.includes("/@modelcontextprotocol/conformance/")
      ? { url: "data:text/javascript," + encodeURIComponent(source), shortCircuit: true }
      : next(specifier, context);
`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
