using Npgsql;
using Shop.Api;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(services => NpgsqlDataSource.Create(services.GetRequiredService<IConfiguration>().GetConnectionString("Shop")
    ?? throw new InvalidOperationException("The connection string 'Shop' is not set.")));
builder.Services.AddSingleton<VisitCounter>();
WebApplication app = builder.Build();

await using (NpgsqlCommand create = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
    """
    CREATE TABLE IF NOT EXISTS products (name text PRIMARY KEY, price numeric NOT NULL);
    INSERT INTO products VALUES ('Tea', 4.20), ('Coffee', 5.10), ('Cocoa', 3.90) ON CONFLICT DO NOTHING;
    """))
{
    await create.ExecuteNonQueryAsync();
}

app.MapGet("/health", () => Results.Ok());
app.MapGet("/products", async (NpgsqlDataSource database, VisitCounter visits, CancellationToken cancellation) =>
{
    List<Product> products = [];
    await using NpgsqlCommand query = database.CreateCommand("SELECT name, price FROM products ORDER BY name");
    await using NpgsqlDataReader reader = await query.ExecuteReaderAsync(cancellation);
    while (await reader.ReadAsync(cancellation)) products.Add(new Product(reader.GetString(0), reader.GetDecimal(1)));
    return new Catalogue(products, await visits.IncrementAsync(cancellation));
});

app.Run();

internal sealed record Product(string Name, decimal Price);

internal sealed record Catalogue(IReadOnlyList<Product> Products, long Visits);
