alter table chat_pull rename column permit to notice_token;
