/** The commonest of ten characters and more, in lower case: what a guesser tries first. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `1234567890 12345678910 123456789a 1234567891 0123456789 0987654321 9876543210 1123581321 1111111111 1212121212
  123123123123 123456123456 1234512345 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qaz2wsx3e q1w2e3r4t5 q1w2e3r4t5y6
  qwertyuiop qwertyuiop123 qwerty1234 qwerty12345 qwerty123456 qwerty123! asdfghjkl1 asdfghjkl; asdfghjkl123
  zxcvbnm123 azertyuiop azerty1234 azerty12345 password12 password123 password1234 password12345 password123!
  password1! password2024 password2025 password2026 passw0rd123 p@ssw0rd123 p@ssword123 p@ssw0rd1234 passwordpassword
  mypassword mypassword1 motdepasse motdepasse1 motdepasse123 welcome123 welcome1234 welcome2024 welcome2025
  welcome2026 bienvenue1 bienvenue123 letmein123 letmein1234 iloveyou12 iloveyou123 iloveyou1234 ilovemyself
  administrator administrateur admin12345 admin123456 adminadmin administrator1 changeme123 changeme1234
  superman123 batman1234 football123 football1234 baseball123 basketball liverpool1 liverpool123 manchester
  manchester1 juventus123 barcelona1 barcelona123 realmadrid sunshine123 princess123 princess1234 dragon1234
  monkey1234 shadow1234 michael123 jennifer123 charlie123 abcdefghij abcd123456 abc1234567 abc123456789 abcdefgh12
  a123456789 a1234567890 aa12345678 qazwsxedc1 qazwsxedcrfv qwe123qwe123 asd123asd123 trustno1234 computer123
  internet123 samsung123 pokemon123 starwars123 whatever123 christopher marseille1 marseille13 jetaime123
  soleil1234 doudou1234 chouchou12 loulou1234 secret1234 company123 rapport123 rapport1234`.split(/\s+/),
)
