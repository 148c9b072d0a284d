We tried to call you about your complaint ${number} and did not reach you. If it is not settled, just write to us here. See how it stands and choose a time for a call: ${statusLink}
