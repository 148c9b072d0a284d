A reminder: how satisfied are you with the way we handled your complaint ${number}? Please choose a score here, we do not ask again: ${surveyLink} No more surveys: ${optOutLink}
