We tried to call you about your complaint ${number} and did not reach you. If it is not settled, just write to us here. Choose a time at which we may call you: ${callbackLink}
