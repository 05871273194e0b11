// Calls an address with an SDK, once for each path read from standard input as a JSON array, and prints each error as people print it:
// one line of JSON a path. Usage: node print.mjs <sdk> <address>
import { Console } from "node:console";
import { readFileSync } from "node:fs";
import { Writable } from "node:stream";

const [sdk, address] = process.argv.slice(2);

const calls = {
  async openai(baseURL) {
    const { default: OpenAI } = await import("openai");
    const client = new OpenAI({ apiKey: "none", baseURL, maxRetries: 0 });
    return client.chat.completions.create({ model: "gpt-4.1-mini", messages: [{ role: "user", content: "hi" }] });
  },
  async anthropic(baseURL) {
    const { default: Anthropic } = await import("@anthropic-ai/sdk");
    const client = new Anthropic({ apiKey: "none", baseURL, maxRetries: 0 });
    return client.messages.create({ model: "claude-sonnet-4-5", max_tokens: 16, messages: [{ role: "user", content: "hi" }] });
  },
  async gemini(baseUrl) {
    const { GoogleGenAI } = await import("@google/genai");
    const client = new GoogleGenAI({ apiKey: "none", httpOptions: { baseUrl, retryOptions: { attempts: 1 } } });
    return client.models.generateContent({ model: "gemini-2.5-flash", contents: "hi" });
  },
};

function consoleError(error) {
  let text = "";
  const stream = new Writable({
    write(chunk, _, done) {
      text += chunk;
      done();
    },
  });
  new Console({ stdout: stream, stderr: stream }).error(error);
  return text;
}

for (const path of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    await calls[sdk](`${address}/${path}`);
    console.log(JSON.stringify({ path, prints: {} }));
  } catch (error) {
    console.log(JSON.stringify({ path, prints: { "console.error": consoleError(error), String: String(error), stack: error.stack } }));
  }
}
