using System.Net;
using System.Text.Json;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient("api", (services, client) =>
    client.BaseAddress = new Uri(services.GetRequiredService<IConfiguration>()["Api:Url"] ?? throw new InvalidOperationException("Api:Url is not set.")));
WebApplication app = builder.Build();

app.MapGet("/health", () => Results.Ok());
app.MapGet("/", async (IHttpClientFactory clients, CancellationToken cancellation) =>
{
    JsonElement catalogue = await clients.CreateClient("api").GetFromJsonAsync<JsonElement>("products", cancellation);
    IEnumerable<string> rows = catalogue.GetProperty("products").EnumerateArray()
        .Select(p => $"<li>{WebUtility.HtmlEncode(p.GetProperty("name").GetString())}: {p.GetProperty("price").GetDecimal():0.00}</li>");
    return Results.Content($"<h1>Shop</h1><ul>{string.Concat(rows)}</ul><p>Visit {catalogue.GetProperty("visits").GetInt64()}</p>", "text/html");
});

app.Run();
