// The official client, driven by what stands on standard input: {"url", "steps": [{"method", "params"}]}.
// Writes one answer a step as a JSON list; what the client or the server refuses is {"refused": {"code", "message"}}.
// Tools are listed first, so that the client checks structured content against the output schemas.
import { text } from "node:stream/consumers";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const { url, steps } = JSON.parse(await text(process.stdin));
const client = new Client({ name: "benchr-tests", version: "1.0.0" });
await client.connect(new StreamableHTTPClientTransport(new URL(url)));
await client.listTools();

const answers = [];
for (const { method, params } of steps) {
  try {
    answers.push(await client[method](params));
  } catch (error) {
    answers.push({ refused: { code: error.code ?? null, message: error.message } });
  }
}

await client.close();
console.log(JSON.stringify(answers));
