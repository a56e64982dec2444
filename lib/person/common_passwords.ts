/**
 * The passwords that everybody tries first, in their bare form: small letters, without the figures and marks that
 * people put before and behind, and with figures that stand for letters turned back. A list of our own making.
 */
const bare = `
  password passwort passwd pass passphrase mypassword thepassword newpassword changeme change changeit letmein
  letmeinnow login signin signon welcome welcomeback hello hellothere hithere secret topsecret verysecret mysecret
  private access accessme admin administrator adminadmin root superuser sysadmin manager master boss user username
  guest test tester testtest testing temp temporary default initial example sample demo trial office officeoffice
  subpoena subpoenadesk subpoenas desk lawyer attorney counsel custodian intake billing auditor legal legaldept
  lawoffice lawfirm court courthouse justice company business work workwork corporate internet network computer
  laptop server system systems windows microsoft google facebook amazon apple iphone android samsung linux oracle
  qwerty qwertz azerty qwertyuiop qwertyui qwertzuiop asdf asdfgh asdfghjk asdfghjkl zxcvbn zxcvbnm qazwsx
  qazwsxedc qweasd qweasdzxc wasd abcabc abcd abcdef abcdefg abcdefgh aaaa iloveyou ilovethis ihateyou loveyou
  lovelove lover love mylove sweetheart sweetie honey baby babygirl babyboy angel angels princess prince queen king
  sunshine sunflower flower flowers rainbow butterfly summer autumn winter spring january february march april june
  july august september october november december monday tuesday wednesday thursday friday saturday sunday weekend
  holiday vacation christmas birthday family mother father brother sister friends friend bestfriend forever together
  football baseball basketball soccer hockey tennis golfer golf cowboys yankees lakers eagles steelers dodgers
  giants packers chelsea arsenal liverpool barcelona realmadrid juventus superman batman spiderman ironman captain
  pokemon pikachu naruto dragon dragons dragonball starwars startrek skywalker matrix minecraft fortnite nintendo
  playstation xbox gamer hunter ranger killer shadow ghost ninja warrior wizard phoenix tiger lion panther monkey
  donkey horse dolphin eagle falcon snoopy garfield mickey minnie tinkerbell cheese cookie chocolate banana orange
  cherry pepper ginger coffee whiskey freedom liberty america usausa canada mexico london paris berlin newyork
  california losangeles hollywood texas florida chicago boston seattle denver dallas houston miami korea seoul
  sweden stockholm germany michael michelle jennifer jessica ashley amanda daniel david thomas robert william
  charlie george andrew joshua matthew anthony nicole heather melissa samantha trustno nothing whatever something
  anything everything nobody blessed jesus jesuschrist heaven money dollar dollars million rich lucky winner success
  opensesame abracadabra correcthorsebatterystaple
`
export const commonPasswords: ReadonlySet<string> = new Set(bare.trim().split(/\s+/))
