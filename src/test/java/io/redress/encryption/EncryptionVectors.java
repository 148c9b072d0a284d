package io.redress.encryption;

/** What earlier versions stored. */
final class EncryptionVectors {

    /** Version 1, by key {@code k1} of {@link TestKeys}. */
    static final String FIRST =
            "8f52445801026b3198cdd171c5870f3c250e035cc65ddb1e9a005e1ddf1bdcb46a1fb5b53d002b6a1114044"
                    + "33d33ea9a50b1385f2375562333ed7bb61d55c34c2099939f9b67653c853ff34da748";

    private EncryptionVectors() {}
}
