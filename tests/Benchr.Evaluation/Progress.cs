namespace Benchr.Evaluation;

/// <summary>A bar on the error stream, where that is a terminal.</summary>
internal sealed class Progress(int total)
{
    private const int Width = 40;

    private readonly bool isShown = !Console.IsErrorRedirected;
    private int done;

    public void Step()
    {
        done++;
        if (isShown && (done % 10 == 0 || done == total))
        {
            var filled = Width * done / Math.Max(1, total);
            Console.Error.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {done}/{total}{(done == total ? "\n" : "")}");
        }
    }
}
