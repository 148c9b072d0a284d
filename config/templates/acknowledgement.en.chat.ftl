We have received your complaint, number ${number} (${category}). You will have our answer by ${answerBy}. See how it stands: ${statusLink}
