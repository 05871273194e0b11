// Calls every operation by the types that were generated from the document, and prints the name of each that answered as it should.
import createClient from "openapi-fetch";
import type { components, paths } from "./schema.js";

const client = createClient<paths>({ baseUrl: process.argv[2] ?? "http://localhost:8080" });

function need<T>(operation: string, result: { data?: T; error?: unknown }): T {
  if (result.data === undefined) {
    throw new Error(`${operation}: ${JSON.stringify(result.error)}`);
  }
  console.log(operation);
  return result.data;
}

const classified = need("classifyError", await client.POST("/v1/classify", {
  body: { body: "openai.AuthenticationError: Error code: 401 - {'error': {'code': 'invalid_api_key'}}" },
}));
const diagnosis: components["schemas"]["DiagnosisAnswer"] | null = classified.diagnosis;
if (diagnosis?.error.id !== "openai/invalid_api_key" || diagnosis.category !== "authentication") {
  throw new Error("the diagnosis is another one");
}

const many = need("classifyErrors", await client.POST("/v1/classify/batch", { body: [{ body: "HTTP/1.1 429 Too Many Requests" }, { body: "" }] }));
if (typeof many === "string") {
  throw new Error("an array was answered as lines");
}
const kinds = many.map((item) => ("outcome" in item ? item.outcome : item.code));
if (kinds[1] !== "empty-paste") {
  throw new Error(`the second item is ${kinds[1]}`);
}

const guided = need("diagnoseError", await client.POST("/v1/errors/{provider}/{code}/diagnose", {
  params: { path: { provider: "openai", code: "invalid_api_key" } },
  body: { observations: [] },
}));
const firstCheck: string | undefined = guided.next?.slug;
if (!firstCheck) {
  throw new Error("no check to begin with");
}

const list = need("listErrors", await client.GET("/v1/errors", { params: { query: { category: "rate-limit", status: 429, limit: 5, retryable: true } } }));
const cursor: string | null = list.nextCursor;
need("listErrors", await client.GET("/v1/errors", { params: { query: { category: "rate-limit", status: 429, limit: 5, retryable: true, cursor: cursor ?? "" } } }));

const record = need("getError", await client.GET("/v1/errors/{provider}/{code}", { params: { path: { provider: "openai", code: "invalid_api_key" } } }));
const days: string[] = record.sources.map((source) => source.verified);
if (typeof record.causes[0]?.fix !== "string" || days.length === 0) {
  throw new Error("the record has no cause");
}

need("lookupErrors", await client.GET("/v1/lookup", { params: { query: { code: "rate_limit_error" } } }));
need("listProviders", await client.GET("/v1/providers"));
need("getProvider", await client.GET("/v1/providers/{provider}", { params: { path: { provider: "groq" } } }));
need("listCategories", await client.GET("/v1/categories"));
need("listModels", await client.GET("/v1/models", { params: { query: { platform: "openai", retiresAfter: "2020-01-01", status: "retired" } } }));
need("getModel", await client.GET("/v1/models/{id}", { params: { path: { id: "gpt-4-0314" } } }));
need("getRetirementCalendar", await client.GET("/v1/models.ics", { parseAs: "text" }));
const changes = need("listChanges", await client.GET("/v1/changes", { params: { query: { limit: 3 } } }));
need("listChanges", await client.GET("/v1/changes", { params: { query: { since: changes.nextCursor ?? "" } } }));
need("getChangesFeed", await client.GET("/v1/changes.atom", { parseAs: "text" }));
need("listExports", await client.GET("/v1/export"));
const everything = need("exportJson", await client.GET("/v1/export/api-errors.json"));
if (everything.items.length < 1000) {
  throw new Error("the export is short");
}
need("exportLines", await client.GET("/v1/export/api-errors.ndjson", { parseAs: "text" }));
need("exportDatabase", await client.GET("/v1/export/api-errors.sqlite", { parseAs: "arrayBuffer" }));
need("getLiveness", await client.GET("/health/live"));
need("getReadiness", await client.GET("/health/ready"));

const missing = await client.GET("/v1/errors/{provider}/{code}", { params: { path: { provider: "openai", code: "no_such_code" } } });
const problem: components["schemas"]["Problem"] | undefined = missing.error;
if (missing.response.status !== 404 || problem?.code !== "record-not-found") {
  throw new Error("a missing record is no problem");
}
