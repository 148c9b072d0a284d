package io.redress.channel.mailbox;

import java.util.Optional;

/** What the hub remembers of the mails of its mailboxes, over restarts and for all nodes. */
public interface MailRegisters {

    /** The register of a folder, for one poll; none while another poll has it, or another node leads. */
    Optional<MailRegister> open(MailboxFolderId place);
}
