package load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** One kept-alive HTTP/1.1 connection with cookies: so small that the tool takes little of the cores it shares with what it measures. */
final class Connection implements AutoCloseable {

    record Answer(int status, String body) {

        /** The first value of a field, as text; empty when there is none. */
        String field(String name) {
            int at = body.indexOf("\"" + name + "\":");
            if (at < 0) {
                return "";
            }
            int from = at + name.length() + 3;
            if (body.charAt(from) == '"') {
                return body.substring(from + 1, body.indexOf('"', from + 1));
            }
            int to = from;
            while (to < body.length() && ",}]".indexOf(body.charAt(to)) < 0) {
                to++;
            }
            return body.substring(from, to);
        }
    }

    private final int port;
    private final Map<String, String> cookies = new TreeMap<>();
    private Socket socket;
    private InputStream in;

    Connection(int port) {
        this.port = port;
    }

    Answer get(String path) throws IOException {
        return send("GET", path, Map.of(), null);
    }

    Answer send(String method, String path, Map<String, String> headers, String body) throws IOException {
        byte[] content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder(512)
                .append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: 127.0.0.1:").append(port).append("\r\n");
        if (!cookies.isEmpty()) {
            head.append("Cookie: ");
            cookies.forEach((name, value) -> head.append(name).append('=').append(value).append("; "));
            head.setLength(head.length() - 2);
            head.append("\r\n");
        }
        if (!method.equals("GET")) {
            head.append("X-XSRF-TOKEN: ").append(cookies.getOrDefault("XSRF-TOKEN", "")).append("\r\n");
            head.append("Content-Type: application/json\r\nContent-Length: ").append(content.length).append("\r\n");
        }
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("\r\n");
        byte[] first = head.toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(first, first.length + content.length);
        System.arraycopy(content, 0, all, first.length, content.length);
        boolean isReused = socket != null;
        try {
            return exchange(all);
        } catch (EOFException closedWhileIdle) {
            close();
            if (!isReused) {
                throw closedWhileIdle;
            }
            return exchange(all);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** A kept-alive connection that the server has closed meanwhile is opened anew by {@link #send}, as any browser does. */
    private Answer exchange(byte[] request) throws IOException {
        if (socket == null) {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
            in = new BufferedInputStream(socket.getInputStream(), 16_384);
        }
        socket.getOutputStream().write(request);
        return read();
    }

    private Answer read() throws IOException {
        String statusLine = line();
        int status = Integer.parseInt(statusLine.substring(9, 12));
        int length = -1;
        boolean chunked = false;
        boolean closing = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String name = header.substring(0, colon).toLowerCase(java.util.Locale.ROOT);
            String value = header.substring(colon + 1).strip();
            switch (name) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equals("chunked");
                case "connection" -> closing = value.equals("close");
                case "set-cookie" -> {
                    String pair = value.split(";", 2)[0];
                    int equals = pair.indexOf('=');
                    cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
                }
                default -> {}
            }
        }
        byte[] body;
        if (chunked) {
            var out = new ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                out.write(in.readNBytes(size));
                line();
            }
            line();
            body = out.toByteArray();
        } else {
            body = in.readNBytes(Math.max(0, length));
        }
        if (closing) {
            close();
        }
        return new Answer(status, new String(body, StandardCharsets.UTF_8));
    }

    private String line() throws IOException {
        var text = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server went away");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // It is of no use any more.
        }
        socket = null;
    }
}
