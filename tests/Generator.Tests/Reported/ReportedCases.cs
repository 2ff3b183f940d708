namespace Kiln.Generator.Tests.Reported;

/// <summary>What is right for each reported document at run time: what is read, written and sent.</summary>
internal static class ReportedCases
{
    // The errors of one operation, each by its type.
    private const string ReadAnyError =
        """
        string text;
        try
        {
            await client.A.GetAsync();
            text = "";
        }
        catch (EListException e)
        {
            text = $"list {e.Error?.Count} {e.Error?[0].EValue}";
        }
        catch (AConflictException e)
        {
            text = $"union {e.Error?.AsF?.FValue}";
        }
        catch (Kiln.Runtime.Responses.ServiceException<string> e)
        {
            text = $"text {e.Error}";
        }
        return text;
        """;

    public static IReadOnlyList<ReportedCase> All { get; } =
    [
        // Answers
        new("any-media-type-is-json",
            """
            var texts = new List<string>();
            using (var file = new StreamReader(await client.File.GetAsync()))
                texts.Add(await file.ReadToEndAsync());
            using (var report = new StreamReader(await client.Report.GetAsync()))
                texts.Add(await report.ReadToEndAsync());
            texts.Add(await client.Hello.GetAsync());
            texts.Add($"{(await client.Bytes.GetAsync()).Length}");
            return string.Join(" ", texts) + string.Concat(client.File.ToPutRequestInformation(new MemoryStream([1]), "image/png").Headers["Content-Type"]);
            """,
            "hello hello hello 5image/png", "200 OK\nContent-Type: text/plain\n\nhello"),

        new("default-with-the-body-of-an-error",
            """
            try
            {
                await client.Keys.PostAsync();
                return "no error";
            }
            catch (ErrorException e)
            {
                return $"{e.StatusCode} {e.Error!.Message}";
            }
            """,
            "503 later", "503 Unavailable\n\n{\"message\":\"later\"}"),

        // Enums
        new("annotated-integer-enum",
            """
            return $"{Level.One.Value} {Level.Two.Value} {State.Alpha.Value} {State.Beta.Value} {Plain.Value1.Value} {Plain.Value2.Value} "
                + $"{Read(WireType.Enum<Level, long>(WireType.Int64), "2") == Level.Two} {Write(WireType.Enum<State>(), State.Alpha)}";
            """,
            "1 2 a b 1 2 True \"a\""),
        new("enum-of-documented-constants",
            """
            int low = AResponseLevel.Low.Value;
            return $"{low} {AResponseLevel.High.Value} {Read<AResponse>("{\"level\":1}").Level == AResponseLevel.High} {Json(new AResponse { Level = AResponseLevel.Low })}";
            """,
            """0 1 True {"level":0}"""),
        new("signs-in-enum",
            """
            return $"{ASort.MinusPrice.Value} {ASort.Price.Value} {ASort.PlusPrice.Value} {client.A.ToGetRequestInformation(r => r.QueryParameters.Sort = ASort.MinusPrice).URI.Query}";
            """,
            "-price price +price ?sort=-price"),
        new("signs-in-enum-in-another-order",
            """
            return $"{ASort.MinusPrice.Value} {ASort.Price.Value} {ASort.PlusPrice.Value} {client.A.ToGetRequestInformation(r => r.QueryParameters.Sort = ASort.PlusPrice).URI.Query}";
            """,
            "-price price +price ?sort=%2Bprice"),
        new("yaml-text-with-zeros",
            """
            return $"{string.Join(" ", Month.KnownValues)}, {string.Join(" ", Code.KnownValues)}, {new D().C} {Write(WireType.Enum<Month>(), Month.N08)}";
            """,
            "01 02 07 08 09 10, 012 0x1F +1, 007 \"08\""),

        // Names
        new("generic-schema-names",
            """return Json(new PagedResultOfAcmeItem { N = 1 }) + Json(new EnvelopeOfAcmeItem { N = 2 });""",
            """{"n":1}{"n":2}"""),
        new("title-of-inline-schema",
            """
            VolumePruneResponse pruned = await client.Prune.PostAsync();
            return pruned.SpaceReclaimed;
            """,
            "9000000000", "200 OK\n\n{\"SpaceReclaimed\":9000000000}"),

        // Nulls
        new("null-spelled-as-enum",
            """"
            var violations = new List<string>();
            var none = Read<Product>("""{"oldPrice":null,"flag":null}""", violations);
            var some = Read<Product>("""{"oldPrice":{"amount":1.50},"flag":true}""", violations);
            return $"{Json(none)} {none.OldPrice is null} {none.Flag is null} {Json(some)} {some.OldPrice!.Amount} {some.Flag} {violations.Count}";
            """",
            """{"oldPrice":null,"flag":null} True True {"oldPrice":{"amount":1.50},"flag":true} 1.50 True 0"""),
        new("nullable-only-case",
            """"
            var violations = new List<string>();
            var none = Read<AResponse>("""{"usage":null}""", violations);
            return $"{Json(none)} {none.Usage is null} {Read<AResponse>("""{"usage":{"cpu":2}}""", violations).Usage!.Cpu} {violations.Count}";
            """",
            """{"usage":null} True 2 0"""),
        new("nullable-text-answer", "return await client.A.GetAsync();", "null", "200 OK\nContent-Type: application/json\n\nnull"),
        new("nullable-text-answer", "return await client.A.GetAsync();", "text", "200 OK\nContent-Type: application/json\n\n\"text\""),
        new("ok-or-no-content", "return await client.A.GetAsync();", "null", "204 No Content"),
        new("ok-or-no-content", "return (await client.A.GetAsync())!.A;", "1", "200 OK\nContent-Type: application/json\n\n{\"a\":1}"),

        // Bodies
        new("forms-of-files-and-fields",
            """
            var up = client.Up.ToPostRequestInformation(new() { File = Kiln.Runtime.Requests.Bodies.FilePart.FromBytes(new byte[] { 65 }, "../a\".txt"), Note = "n" });
            var token = client.Token.ToPostRequestInformation(new() { GrantType = "a b" });
            return new StreamReader(up.Content).ReadToEnd().Split("\r\n") is [_, var file, var type, _, var content, _, var note, _, var text, ..]
                ? $"{file} {type} {content} {note} {text} {new StreamReader(token.Content).ReadToEnd()}" : "";
            """,
            """Content-Disposition: form-data; name="file"; filename="a%22.txt" Content-Type: application/octet-stream A Content-Disposition: form-data; name="note" n grant_type=a%20b"""),

        // Types that are one
        new("allof-inline-types",
            """
            var frame = new Frame { Size = 1, Align = LayerAlign.L, Cap = StrokeCap.Round };
            var text = new Text { TextValue = "x", Align = frame.Align, Cap = frame.Cap };
            return Json(frame) + Json(text) + Json(new Layer { Align = text.Align }) + Json(new Stroke { Cap = text.Cap });
            """,
            """{"align":"l","cap":"round","size":1}{"align":"l","cap":"round","text":"x"}{"align":"l"}{"cap":"round"}"""),
        new("identical-inline-enums",
            """
            Status open = Status.Open;
            var answers = Json(new AResponse { Status = open, Items = [new() { Status = open }] }) + Json(new BResponse { Status = open });
            var requests = new[] { client.A.ToGetRequestInformation(r => r.QueryParameters.Status = open), client.B.ToGetRequestInformation(r => r.QueryParameters.Status = open) };
            return answers + string.Concat(requests.Select(r => r.URI.Query));
            """,
            """{"status":"open","items":[{"status":"open"}]}{"status":"open"}?status=open?status=open"""),
        new("shared-response-is-copied",
            """
            Page page = (await client.A.GetAsync()) ?? throw new InvalidOperationException();
            page = await client.B.GetAsync();
            return page.N;
            """,
            "1", "200 OK\nContent-Type: application/json\n\n{\"n\":1}"),
        new("shared-response-is-copied",
            """
            var caught = new List<string>();
            foreach (var call in new Func<Task>[] { () => client.A.GetAsync(), () => client.B.GetAsync() })
            {
                try
                {
                    await call();
                }
                catch (NotFoundException e)
                {
                    NotFound? error = e.Error;
                    caught.Add($"{e.StatusCode} {error!.Why}");
                }
            }
            return string.Join(", ", caught);
            """,
            "404 gone, 404 gone", "404 Not Found\nContent-Type: application/json\n\n{\"why\":\"gone\"}"),

        // Reading of the document
        new("id-makes-a-base",
            """"return Again<Nest>("""{"list":[{"w":1}],"me":{"list":[]}}""") + Json(new Nest { List = [new NestIn { W = 2 }], Me = new Nest() });"""",
            """{"list":[{"w":1}],"me":{"list":[]}}{"list":[{"w":2}],"me":{}}"""),
        new("items-of-events-and-lines",
            """
            var ids = new List<long>();
            await foreach (E item in client.Lines.GetStreamAsync())
                ids.Add(item.Id);
            Kiln.Runtime.Streaming.EventStream<E> events = client.Events.GetStreamAsync();
            return string.Join(' ', ids);
            """,
            "1 2", "200 OK\nContent-Type: application/jsonl\n\n{\"id\":1}\n{\"id\":2}\n"),
        new("quoted-text-at-indent", "return client.GetType().Name;", "TClient"),

        // Errors
        new("error-body-not-object", ReadAnyError, "list 1 x", "400 Bad Request\n\n[{\"e\":\"x\"}]"),
        new("error-body-not-object", ReadAnyError, "union y", "409 Conflict\n\n{\"f\":\"y\"}"),
        new("error-body-not-object", ReadAnyError, "text why", "500 Internal Server Error\n\n\"why\""),

        // Requests
        new("accept-parameter-not-sent",
            """
            var request = client.A.ToGetRequestInformation();
            return string.Join("|", request.Headers["Accept"]);
            """,
            "application/json"),
        new("list-in-path",
            """
            return client.A[[1, 2]].ToGetRequestInformation().URI.AbsolutePath + " " + client.M[[1, 2]].ToGetRequestInformation().URI.AbsolutePath;
            """,
            "/a/1,2 /m/;ids=1;ids=2"),
        new("object-in-query",
            """
            return client.A.ToGetRequestInformation(r =>
            {
                r.QueryParameters.Pageable = new() { Page = 1, Size = 2 };
                r.QueryParameters.F = new() { A = "x y" };
            }).URI.Query;
            """,
            "?page=1&size=2&f%5Ba%5D=x%20y"),
        new("parameter-styles",
            """
            string[] l = ["a", "b,.;"];
            var o = new O { R = 1, G = "x" };
            return string.Join(" ",
                client.Simple[1.5][l][o].ToGetRequestInformation().URI.AbsolutePath,
                client.Label["a.b"][l][o].ToGetRequestInformation().URI.AbsolutePath,
                client.Matrix[5][l][o].ToGetRequestInformation().URI.AbsolutePath);
            """,
            "/simple/1.5/a,b%2C.%3B/r=1,g=x /label/.a.b/.a,b%2C.%3B/.r=1.g=x /matrix/;v=5/;l=a;l=b%2C.%3B/;o=r,1,g,x"),
        new("parameter-styles",
            """
            var o = new O { R = 1, G = "x" };
            var deep = new Deep { Name = "n", O = o, Tags = ["t", "u"] };
            return string.Join("\n", new[]
            {
                client.Styles.ToGetRequestInformation(r => r.QueryParameters.Form = o),
                client.Styles.ToGetRequestInformation(r => r.QueryParameters.Joined = o),
                client.Styles.ToGetRequestInformation(r => r.QueryParameters.Space = ["a", "b"]),
                client.Styles.ToGetRequestInformation(r => r.QueryParameters.Pipe = ["a", "b"]),
                client.Styles.ToGetRequestInformation(r => r.QueryParameters.Deep = deep),
                client.Styles.ToGetRequestInformation(r => r.QueryParameters.List = [o, new O { R = 2 }]),
                client.Styles.ToGetRequestInformation(r => r.QueryParameters.Tags = ["a", "b"]),
                client.Styles.ToGetRequestInformation(r => r.QueryParameters.Map = new() { ["k"] = 5 }),
                client.Styles.ToGetRequestInformation(r => r.QueryParameters.Json = new() { Name = "n" }),
                client.Styles.ToGetRequestInformation(r => r.QueryParameters.Pair = (7, "z")),
                client.Styles.ToGetRequestInformation(r => r.QueryParameters.Either = 5),
                client.Styles.ToGetRequestInformation(r => r.QueryParameters.Either = o),
                client.Styles.ToGetRequestInformation(r => r.QueryParameters.Url = "/a?b"),
                client.Styles.ToGetRequestInformation(r => r.QueryParameters.None = []),
            }.Select(r => r.URI.Query));
            """,
            """
            ?r=1&g=x
            ?joined=r,1,g,x
            ?space=a%20b
            ?pipe=a%7Cb
            ?deep%5Bname%5D=n&deep%5Bo%5D%5Br%5D=1&deep%5Bo%5D%5Bg%5D=x&deep%5Btags%5D%5B0%5D=t&deep%5Btags%5D%5B1%5D=u
            ?list%5B0%5D%5Br%5D=1&list%5B0%5D%5Bg%5D=x&list%5B1%5D%5Br%5D=2
            ?tags%5B%5D=a&tags%5B%5D=b
            ?map%5Bk%5D=5
            ?json=%7B%22name%22%3A%22n%22%7D
            ?pair=7,z
            ?either=5
            ?r=1&g=x
            ?url=/a?b
            ?none=
            """),
        new("parameter-styles",
            """
            var o = new O { R = 1, G = "x" };
            var request = client.Headers.ToGetRequestInformation(r =>
            {
                r.HeaderParameters.XL = ["a", "b"];
                r.HeaderParameters.XO = o;
                r.HeaderParameters.XJ = o;
                r.HeaderParameters.XN = 5;
                r.HeaderParameters.Session = "s;1";
                r.HeaderParameters.L = ["a", "b"];
                r.HeaderParameters.N = 7;
            });
            string[] names = ["X-L", "X-O", "X-J", "X-N", "Cookie"];
            return string.Join(" | ", names.Select(n => string.Join("|", request.Headers[n])))
                + client.Whole.ToGetRequestInformation(r => r.QueryParameters.Q = o).URI.Query;
            """,
            """a,b | r=1,g=x | {"r":1,"g":"x"} | 5 | session=s%3B1; l=a,b; n=7?r=1&g=x"""),
        new("parameter-styles",
            """
            var request = client.Required[5].ToPostRequestInformation("q", ["h", "i"], "c", new O { R = 1 }, body: "text", r => r.QueryParameters.Limit = 7);
            var again = client.Required[5].WithUrl("https://h.example/next?id=old&deep[g]=old&page=2").ToPostRequestInformation("q", ["h"], "c", new O { R = 1 }, null);
            string Refused(Action call) { try { call(); return "sent"; } catch (ArgumentException e) { return e.ParamName; } }
            return string.Join(" ",
                request.URI.PathAndQuery, request.Headers["id"].Single(), request.Headers["Cookie"].Single(), again.URI,
                Refused(() => client.Required[5].ToPostRequestInformation(null!, ["h"], "c", new O(), null)),
                Refused(() => client.Required[5].ToPostRequestInformation("q", null!, "c", new O(), null)),
                Refused(() => client.Required[5].ToPostRequestInformation("q", ["h"], null!, new O(), null)),
                Refused(() => client.Required[5].ToPostRequestInformation("q", ["h"], "c", null!, null)));
            """,
            "/required/5?id=q&deep%5Br%5D=1&limit=7 h,i id=c https://h.example/next?page=2&id=q&deep%5Br%5D=1 idQuery id id deep"),
        new("swagger-lists",
            """
            string[] l = ["a", "b"];
            var request = client.A[l][l][l][l].ToGetRequestInformation(r =>
            {
                (r.QueryParameters.C, r.QueryParameters.S, r.QueryParameters.T, r.QueryParameters.P, r.QueryParameters.M) = (l, l, l, l, l);
                r.HeaderParameters.XP = l;
            });
            return $"{request.URI.PathAndQuery} {request.Headers["X-P"].Single()}";
            """,
            "/a/a,b/a%20b/a%09b/a%7Cb?c=a,b&s=a%20b&t=a%09b&p=a%7Cb&m=a&m=b a|b"),
        new("header-list-wrapped",
            """
            var requests = new[]
            {
                client.Nullable.ToGetRequestInformation(r => r.HeaderParameters.XToken = ["a", "b"]),
                client.Allof.ToGetRequestInformation(r => r.HeaderParameters.XToken = ["a", "b"]),
                client.Sibling.ToGetRequestInformation(r => r.HeaderParameters.XToken = ["a", "b"]),
            };
            return string.Join(" ", requests.Select(r => string.Join("|", r.Headers["X-Token"])));
            """,
            "a,b a,b a,b"),
        new("methods-of-their-own",
            """
            await client.S.QueryAsync(new() { A = "b" });
            var copied = await adapter.ConvertToNativeRequestAsync<System.Net.Http.HttpRequestMessage>(client.S.ToCopyRequestInformation());
            return $"{copied!.Method} {new StreamReader(client.S.ToQueryRequestInformation(new() { A = "b" }).Content).ReadToEnd()}";
            """,
            """COPY {"a":"b"}""", "201 Created\nContent-Length: 0\n\n"),
        new("path-value-has-type-of-another-path",
            """
            return client.Teams[5].ToGetRequestInformation().URI.AbsolutePath + " " + client.Teams["red"].Members.ToGetRequestInformation().URI.AbsolutePath;
            """,
            "/teams/5 /teams/red/members"),

        // Unions and inheritance
        new("default-mapping-ignored",
            """"
            var unions = new[] { """{"k":"zz"}""", "{}", """{"k":"a"}""" }.Select(json => Read(WireType.Union<U>(), json).Value.GetType().Name);
            var pets = new[] { """{"t":"zz"}""", "{}", """{"t":"cat"}""" }.Select(json => Read<Pet>(json).GetType().Name);
            return string.Join(" ", unions.Concat(pets));
            """",
            "Ub Ub Ua Other Other Cat"),
        new("discriminator-not-first",
            """"
            var sent = new StreamReader(client.A.ToPostRequestInformation(new Person { Email = "a@b" }).Content).ReadToEnd();
            return sent + Write(WireType.Union<Customer>(), Read(WireType.Union<Customer>(), """{"email":"a@b","kind":"person"}"""));
            """",
            """{"kind":"person","email":"a@b"}{"kind":"person","email":"a@b"}"""),
        new("discriminator-second-level",
            """"return Read<Base>("""{"kind":"mid","sub":"leaf"}""").GetType().Name + Json(new Leaf());"""",
            """Leaf{"kind":"mid","sub":"leaf"}"""),
        new("required-constant-is-empty",
            """
            Shape shape = new Circle { R = 1 };
            var sent = new StreamReader(client.A.ToPostRequestInformation(shape).Content).ReadToEnd();
            return sent + Json(new Circle { R = 1 }) + Json(new Square { S = 2 }) + Json(new Versioned());
            """,
            """{"$type":"circle","r":1}{"$type":"circle","r":1}{"$type":"square","s":2}{"n":1}"""),
        new("union-in-path-parameter",
            """
            return client.W[5].Runs.ToGetRequestInformation().URI.AbsolutePath + " " + client.W["five"].Runs.ToGetRequestInformation().URI.AbsolutePath;
            """,
            "/w/5/runs /w/five/runs"),
        new("union-same-csharp-type",
            """"
            var violations = new List<string>();
            var numbers = Read<Holder>("""{"id":5,"price":1.50,"when":1714564800,"names":["a"],"labels":{"a":"b"}}""", violations);
            var strings = Read<Holder>("""{"id":"5","price":"1.50","when":"2024-05-01T12:00:00Z","names":["a",null],"labels":{"a":null}}""", violations);
            return $"{numbers.Id == strings.Id} {numbers.Price == strings.Price} {numbers.When == strings.When} {strings.Names![1] is null} {strings.Labels!["a"] is null} {Json(numbers)} {Json(strings)} {violations.Count}";
            """",
            """True True True True True {"id":5,"price":1.50,"when":1714564800,"names":["a"],"labels":{"a":"b"}} """ +
            """{"id":"5","price":"1.50","when":"2024-05-01T12:00:00Z","names":["a",null],"labels":{"a":null}} 0"""),
        new("union-with-tuple",
            """"
            U pair = ("a", 1), text = "b";
            return Write(WireType.Union<U>(), pair) + Write(WireType.Union<U>(), text) + Read(WireType.Union<U>(), """["c",2]""").AsTuple + Read(WireType.Union<U>(), "\"d\"").AsString;
            """",
            """["a",1]"b"(c, 2)d"""),

        // Values
        new("aspnet-numbers",
            """"
            var violations = new List<string>();
            var read = Read<F>("""{"t":"5","w":"1.5","m":"6","typeless":"7"}""", violations);
            var strict = Read(WireType.Model<F>(), """{"t":"5","m":null}""", new ReadOptions { Mode = ContractMode.Strict });
            var query = client.A.ToGetRequestInformation(r => (r.QueryParameters.Days, r.QueryParameters.Typeless) = (3, 4)).URI.Query;
            return $"{read.T} {read.W} {read.M} {read.Typeless} {Json(read)} {Json(strict)} {Json(new F { T = 8, W = 0.5, M = 9, Typeless = 10 })} {query} {violations.Count}";
            """",
            """5 1.5 6 7 {"t":"5","w":"1.5","m":"6","typeless":"7"} {"t":"5","m":null} {"t":8,"w":0.5,"m":9,"typeless":10} ?days=3&typeless=4 0"""),
        new("duration-of-dotnet",
            """"
            var violations = new List<string>();
            var read = Read<AResponse>("""{"d":"00:01:30","g":"2f4e1e0a-1b2c-4d3e-8f90-a1b2c3d4e5f6"}""", violations);
            return $"{read.D == TimeSpan.FromSeconds(90)} {read.G == new Guid("2f4e1e0a-1b2c-4d3e-8f90-a1b2c3d4e5f6")} {Json(read)} {string.Join("; ", violations)}";
            """",
            """True True {"d":"00:01:30","g":"2f4e1e0a-1b2c-4d3e-8f90-a1b2c3d4e5f6"} $.d: expected a duration of RFC 3339, found string "00:01:30" """.TrimEnd()),
        new("numbers-anyof-30",
            """"
            var violations = new List<string>();
            var read = Read<Product>("""{"id":"18446744073709551615","amount":"5","stars":"5"}""", violations);
            var path = client.Products[ulong.MaxValue].ToGetRequestInformation().URI.AbsolutePath;
            return $"{read.Id} {read.Amount} {read.Stars} {new Product().Stars} {Read<Product>("""{"id":1}""").Stars} {Json(new Product { Id = 1, Amount = 9.99m })} {path} {violations.Count}";
            """",
            """18446744073709551615 5 5 3 3 {"id":1,"amount":9.99} /products/18446744073709551615 0"""),
        new("time-with-offset",
            """"
            var violations = new List<string>();
            var read = new[] { "10:00:00Z", "10:00:00+02:00", "10:00:00" }.Select(t => Read<AResponse>($$"""{"t":"{{t}}"}""", violations)).ToList();
            var same = string.Concat(read.Select(Json));
            read[1].T = new TimeOnly(11, 0);
            return $"{string.Join(" ", read.Select(r => r.T == new TimeOnly(10, 0)))} {same} {Json(read[1])} {Json(new AResponse { T = new TimeOnly(10, 0) })} {violations.Count}";
            """",
            """True False True {"t":"10:00:00Z"}{"t":"10:00:00+02:00"}{"t":"10:00:00"} {"t":"11:00:00"} {"t":"10:00:00"} 0"""),
    ];
}
