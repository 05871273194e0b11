using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Benchr.Benchmarks;
using Perfolizer.Horology;

// In this process: the seed is found where it is, and the whole run stays within a few minutes.
var job = Job.Default
    .WithToolchain(InProcessEmitToolchain.Instance)
    .WithWarmupCount(3)
    .WithIterationCount(8)
    .WithIterationTime(TimeInterval.FromMilliseconds(200));
var config = DefaultConfig.Instance.AddJob(job.AsDefault()).WithOptions(ConfigOptions.JoinSummary);
BenchmarkSwitcher.FromTypes([typeof(LengthBenchmarks), typeof(StageBenchmarks), typeof(CatalogueBenchmarks), typeof(HostileBenchmarks)]).Run(args.Length > 0 ? args : ["--filter", "*"], config);
