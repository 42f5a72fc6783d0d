package org.gongzhi.webhook;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST over a connection of its own, to the very address that was judged: an ordinary client would ask the name again, and may be told another address then.
 * Follows no redirect.
 */
final class Post {

    static final int MOST_READ = 1_024;
    private static final int LONGEST_LINE = 8_192;

    private Post() {}

    /** @param body the first kilobyte of it */
    record Response(int status, String body) {}

    static Response send(
            Target target, InetAddress address, Map<String, String> headers, String text, int timeoutMillis)
            throws IOException {
        long end = System.nanoTime() + timeoutMillis * 1_000_000L;
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, target.port()), timeoutMillis);
            plain.setSoTimeout(timeoutMillis);
            try (Socket socket = target.isSecure() ? secure(plain, target) : plain) {
                socket.getOutputStream().write(request(target, headers, text));
                socket.getOutputStream().flush();
                return read(new BufferedInputStream(socket.getInputStream()), end);
            }
        }
    }

    /** The name is checked against the certificate, whatever the address. */
    private static Socket secure(Socket plain, Target target) throws IOException {
        var socket = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(plain, target.host(), target.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] request(Target target, Map<String, String> headers, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder("POST ").append(target.path()).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(target.hostHeader()).append("\r\nConnection: close\r\n");
        head.append("Content-Type: application/json\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        return all;
    }

    private static Response read(InputStream in, long end) throws IOException {
        String[] status = line(in, end).split(" ", 3);
        if (status.length < 2 || !status[0].startsWith("HTTP/1.") || !status[1].matches("\\d{3}")) {
            throw new Trouble.NotHttp("the answer is not HTTP");
        }
        boolean isChunked = false;
        for (String header = line(in, end); !header.isEmpty(); header = line(in, end)) {
            String plain = header.toLowerCase(java.util.Locale.ROOT).replace(" ", "");
            isChunked |= plain.equals("transfer-encoding:chunked");
        }
        if (isChunked) {
            line(in, end);
        }
        var body = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0 && body.size() < MOST_READ && System.nanoTime() < end; read = in.read()) {
            body.write(read);
        }
        return new Response(Integer.parseInt(status[1]), printable(body.toString(StandardCharsets.UTF_8)));
    }

    private static String line(InputStream in, long end) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (System.nanoTime() > end) {
                throw new SocketTimeoutException("the answer takes too long");
            }
            if (read < 0 || line.size() > LONGEST_LINE) {
                throw new Trouble.NotHttp("the answer broke off");
            }
            if (read != '\r') {
                line.write(read);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static String printable(String text) {
        return text.codePoints()
                .filter(point -> !Character.isISOControl(point) || point == '\n')
                .filter(point -> Character.getType(point) != Character.SURROGATE)
                .limit(MOST_READ / 2)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
