package load;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** One community at work: its clerk, its secretary and a resident, who take demands from the first word to the judgement, one after the other. */
final class Community {

    private static final List<String> MATTERS = List.of(
            "楼道里的灯坏了三天，晚上看不见路，请尽快修好",
            "小区东门的垃圾桶满了没有人清，味道很大",
            "暖气不热，家里有老人和孩子，室温只有15度",
            "消防通道被车堵住了，多次劝说没有用",
            "健身器材的扶手松了，孩子玩很危险",
            "下水道返水，一楼住户家里进水了");

    private final long code;
    private final Connection clerk;
    private final Connection secretary;
    private final Connection resident;
    private String secretaryId = "";

    Community(int port, long code) {
        this.code = code;
        clerk = new Connection(port);
        secretary = new Connection(port);
        resident = new Connection(port);
    }

    /** The same people at another node. */
    Community at(int port) {
        return new Community(port, code);
    }

    void signIn() throws IOException {
        signIn(clerk, "sg" + code / 1000);
        secretaryId = signIn(secretary, "sj" + code / 1000).field("id");
        resident.get("/public/kinds?region=" + code);
    }

    static Connection.Answer signIn(Connection connection, String login) throws IOException {
        connection.get("/api/session");
        Connection.Answer answer = connection.send(
                "POST", "/api/session", Map.of(), "{\"login\":\"%s\",\"password\":\"gongzhi-demo\"}".formatted(login));
        if (answer.status() != 200) {
            throw new IOException(login + " cannot sign in: " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    static Map<String, String> once(String... more) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        for (int i = 0; i < more.length; i += 2) {
            headers.put(more[i], more[i + 1]);
        }
        return headers;
    }

    static String words(long code) {
        var random = ThreadLocalRandom.current();
        return "{\"regionCode\":\"%015d\",\"kind\":\"other\",\"words\":\"%d号楼%d单元：%s\",\"anonymous\":true,\"fileIds\":[]}"
                .formatted(code, random.nextInt(1, 30), random.nextInt(1, 7), MATTERS.get(random.nextInt(MATTERS.size())));
    }

    Connection.Answer raise() throws IOException {
        return resident.send("POST", "/public/demands", once(), words(code));
    }

    /** Raised, found in the ledger, accepted, given to the secretary, taken up and reported done, checked and closed, judged. */
    void life(Times times) throws IOException {
        long start = System.nanoTime();
        Connection.Answer raised = times.timed("raise", this::raise);
        Connection.Answer found = times.timed(
                "find in the ledger", () -> clerk.get("/api/demands?region=" + code + "&view=open&sort=raised&limit=5"));
        int at = found.body().indexOf("\"number\":\"" + raised.field("number") + "\"");
        if (at < 0) {
            times.failed("not in the ledger: " + raised.body());
            return;
        }
        int id = found.body().lastIndexOf("\"id\":\"", at) + 6;
        String path = "/api/demands/" + found.body().substring(id, id + 36);
        String version = "0";
        version = staff(times, "accept", clerk, path + "/acceptance", version, "{}");
        version = staff(times, "assign", clerk, path + "/assignment", version, "{\"accountId\":\"" + secretaryId + "\"}");
        version = staff(times, "take up and report done", secretary, path + "/verification-request", version,
                "{\"words\":\"已经派人修好，请核查\"}");
        staff(times, "verify and close", clerk, path + "/verification", version,
                "{\"passed\":true,\"close\":true,\"publicWords\":\"已经修好\"}");
        times.timed("judge", () -> resident.send("POST", "/public/cases/judgement",
                once("X-Case-Code", raised.field("code")),
                "{\"solved\":true,\"contacted\":true,\"satisfaction\":\"satisfied\",\"words\":\"\"}"));
        long end = System.nanoTime();
        times.note(WHOLE, end, end - start);
    }

    static final String WHOLE = "whole life";

    private static String staff(Times times, String kind, Connection who, String path, String version, String body)
            throws IOException {
        return times.timed(kind, () -> who.send("POST", path, once("If-Match", "\"" + version + "\""), body))
                .field("version");
    }
}
