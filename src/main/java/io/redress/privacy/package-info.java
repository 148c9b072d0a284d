/** Numbers that tell who somebody is or what they pay with are masked wherever they need not be read (docs/encryption.md). */
package io.redress.privacy;
