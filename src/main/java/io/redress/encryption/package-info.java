/** Encryption at rest: what the hub keeps of customers' words is unreadable without a key from a file (docs/encryption.md). */
package io.redress.encryption;
