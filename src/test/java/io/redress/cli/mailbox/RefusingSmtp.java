package io.redress.cli.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** An SMTP server on loopback that lets nobody in. */
final class RefusingSmtp implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
    private final String refusal;

    /** @param refusal what it says to a login */
    RefusingSmtp(String refusal) throws IOException {
        this.refusal = refusal;
        var listener = new Thread(this::listen, "refusing-smtp");
        listener.setDaemon(true);
        listener.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void listen() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                serve(socket);
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        say(socket, "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("EHLO")) {
                say(socket, "250-hello\r\n250 AUTH LOGIN XOAUTH2");
            } else if (line.startsWith("AUTH")) {
                say(socket, refusal);
            } else {
                say(socket, "250 ok");
            }
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
