package load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long requests took, by kind and by when they ended, and those that failed. */
final class Times {

    @FunctionalInterface
    interface Request {
        Connection.Answer send() throws IOException;
    }

    private record One(long endedAt, long nanos) {}

    private final Map<String, List<One>> byKind = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    /** Sends one request and keeps how long it took; a status other than 2xx fails it. */
    Connection.Answer timed(String kind, Request request) throws IOException {
        long start = System.nanoTime();
        Connection.Answer answer;
        try {
            answer = request.send();
        } catch (IOException e) {
            failed(kind + ": " + e);
            throw e;
        }
        long end = System.nanoTime();
        synchronized (this) {
            byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(new One(end, end - start));
        }
        if (answer.status() / 100 != 2) {
            failed(kind + ": " + answer.status() + " " + answer.body());
            throw new IOException(kind + " answered " + answer.status());
        }
        return answer;
    }

    synchronized void note(String kind, long endedAt, long nanos) {
        byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(new One(endedAt, nanos));
    }

    synchronized void failed(String what) {
        failures.add(what);
    }

    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    synchronized List<String> kinds() {
        return List.copyOf(byKind.keySet());
    }

    synchronized int count(String kind, long from, long to) {
        return (int) byKind.getOrDefault(kind, List.of()).stream()
                .filter(one -> one.endedAt >= from && one.endedAt < to)
                .count();
    }

    /** In milliseconds; 0 when nothing of the kind ended in the time. */
    synchronized double percentile(String kind, double part, long from, long to) {
        long[] nanos = byKind.getOrDefault(kind, List.of()).stream()
                .filter(one -> one.endedAt >= from && one.endedAt < to)
                .mapToLong(One::nanos)
                .toArray();
        if (nanos.length == 0) {
            return 0;
        }
        Arrays.sort(nanos);
        return nanos[Math.min(nanos.length - 1, (int) Math.ceil(part * nanos.length) - 1)] / 1e6;
    }

    double p95(String kind) {
        return percentile(kind, 0.95, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    double p50(String kind) {
        return percentile(kind, 0.5, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Over all kinds of single requests together. */
    synchronized double percentileOfAll(double part, long from, long to) {
        long[] nanos = byKind.entrySet().stream()
                .filter(kind -> !kind.getKey().equals(Community.WHOLE))
                .flatMap(kind -> kind.getValue().stream())
                .filter(one -> one.endedAt >= from && one.endedAt < to)
                .mapToLong(One::nanos)
                .sorted()
                .toArray();
        return nanos.length == 0 ? 0 : nanos[Math.min(nanos.length - 1, (int) Math.ceil(part * nanos.length) - 1)] / 1e6;
    }
}
