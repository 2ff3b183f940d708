using Kiln.Generator;
using Kiln.Generator.Pipeline;
using Kiln.Tool;

return await KilnCommand.RunAsync(args, KilnConsole.OfProcess(), SdkPipeline.GenerateFrom);
