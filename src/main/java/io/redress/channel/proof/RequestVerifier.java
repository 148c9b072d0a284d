package io.redress.channel.proof;

/** Proves the calls of one sender with one channel's secret. */
public interface RequestVerifier {

    /** Whether a request comes from the sender, and if not, why it was not believed. */
    VerificationResult verify(WebhookRequest call);
}
