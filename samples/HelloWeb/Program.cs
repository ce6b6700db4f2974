WebApplication app = WebApplication.CreateBuilder(args).Build();

app.MapGet("/", (IConfiguration configuration) => $"Hello {configuration["Greeting:Name"] ?? "world"}!");
app.MapGet("/healthz", () => Results.Ok());
app.MapGet("/ready", (IConfiguration configuration) =>
    configuration.GetConnectionString("Db") is null ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Results.Ok());

app.Run();
