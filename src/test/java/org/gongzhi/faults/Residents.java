package org.gongzhi.faults;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Residents who speak without pause, repeat what was not acknowledged, and remember every acknowledgement. */
final class Residents {

    private static final int PEOPLE = 4;
    private static final Pattern CODE = Pattern.compile("\"code\":\"([0-9A-Z ]{10,11})\"");

    private final Entrance entrance;
    private final List<Thread> people = new ArrayList<>();
    private final AtomicInteger spoken = new AtomicInteger();
    private final Map<String, String> wordsByCode = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> refusals = new ConcurrentLinkedQueue<>();
    private volatile boolean isOver;

    Residents(Entrance entrance) {
        this.entrance = entrance;
        for (int i = 0; i < PEOPLE; i++) {
            people.add(Thread.ofVirtual().start(this::speak));
        }
    }

    int acknowledged() {
        return wordsByCode.size();
    }

    /** Status and body of every answer that was neither an acknowledgement nor silence. */
    List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** Until so many more have been acknowledged: proof that it works, or works again. */
    void awaitMore(int more, Duration limit) throws InterruptedException {
        int wanted = acknowledged() + more;
        RunningApplication.awaiting(
                limit,
                () -> "acknowledged " + acknowledged() + " of " + wanted + "; last refusals "
                        + refusals().reversed().stream().limit(3).toList(),
                () -> acknowledged() >= wanted);
    }

    private void speak() {
        var cookies = new CookieManager();
        HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
        while (!isOver) {
            String words = "第" + spoken.incrementAndGet() + "件：楼道里的灯不亮了";
            String key = UUID.randomUUID().toString();
            boolean isAcknowledged = false;
            // Whoever was not answered sends the same again, as the page does.
            while (!isAcknowledged) {
                try {
                    isAcknowledged = say(client, cookies, key, words);
                } catch (IOException silence) {
                    Thread.onSpinWait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private boolean say(HttpClient client, CookieManager cookies, String key, String words)
            throws IOException, InterruptedException {
        String token = token(cookies);
        if (token.isEmpty()) {
            client.send(request("/public/kinds?region=110105001026000").GET().build(), BodyHandlers.discarding());
            token = token(cookies);
        }
        HttpResponse<String> answer = client.send(
                request("/public/demands")
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", token)
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(
                                "{\"regionCode\":\"110105001026000\",\"kind\":\"other\",\"words\":\"%s\",\"anonymous\":true,\"fileIds\":[]}"
                                        .formatted(words)))
                        .build(),
                BodyHandlers.ofString());
        Matcher code = CODE.matcher(answer.body());
        if (answer.statusCode() == 201 && code.find()) {
            wordsByCode.put(code.group(1), words);
            return true;
        }
        refusals.add(answer.statusCode() + " " + answer.body());
        return false;
    }

    private HttpRequest.Builder request(String path) {
        return request(entrance, path);
    }

    private static HttpRequest.Builder request(Entrance entrance, String path) {
        return HttpRequest.newBuilder(entrance.at(path)).timeout(Duration.ofSeconds(20));
    }

    static String token(CookieManager cookies) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** What was said, by the code it was acknowledged with. */
    Map<String, String> wordsByCode() {
        return Map.copyOf(wordsByCode);
    }

    /** Codes whose matter cannot be read any more, or reads differently. */
    List<String> lost() throws IOException, InterruptedException {
        return lost(entrance, wordsByCode);
    }

    static List<String> lost(Entrance entrance, Map<String, String> wordsByCode)
            throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        List<String> lost = new ArrayList<>();
        for (Map.Entry<String, String> known : wordsByCode.entrySet()) {
            HttpResponse<String> answer = client.send(
                    request(entrance, "/public/cases")
                            .header("X-Case-Code", known.getKey())
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200 || !answer.body().contains(known.getValue())) {
                lost.add(known.getKey() + " " + answer.statusCode() + " " + answer.body());
            }
        }
        return lost;
    }

    /** Everybody finishes what they have begun to say. */
    void finish() throws InterruptedException {
        isOver = true;
        for (Thread person : people) {
            person.join(Duration.ofMinutes(1));
        }
    }
}
