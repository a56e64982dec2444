/**
 * The passwords that everybody tries first, in their bare form: small letters, without the figures and marks that
 * people put before and behind, and with figures that stand for letters turned back. A list of our own making: given
 * names first of all, then teams, cars, beasts and words; rows of keys are found by key_walk.ts.
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
  aaron abigail adrian albert alexander alexandra alexandria alexis alfred alice alicia alison allison alpha
  alyssa amazing amber anaconda anderson andrea angela angelica angelina animal anna annabelle antelope
  antonio apollo aquarius archangel arizona arthur asshole asterix astros athena atlanta atlantis audrey
  austin australia avalanche avatar backspace badboy badger badgirl balloon bandit barbara barbie barney bears
  beatrice beautiful beaver beetle believe benjamin bernard beverly bigboss bigboy bigdaddy bigdog bighead
  birdie blackcat blackie blackjack blade blaster blazer blizzard blondie bloody blue bluebird bluesky bobcat
  bonnie booger boogie boomer booster bottle bowling bradley brandon brasil braves brazil brenda brendan brian
  brianna bridget brittany broncos brooke browning browns bruins brutus bryan bubba bubbles buckeye buddha
  buddy buffalo buffy bugsbunny bulldog bulldogs bullet bullshit buster butter buttercup butthead button
  cadillac caitlin calvin camaro camel cameron campbell candy cannon capricorn cardinal cardinals carlos
  carmen carnage carolina caroline carolyn carrot cartman casey casino casper cassandra cassie catfish
  catherine cecilia celtic celtics challenger champion chance charger charlene charles charlotte cherokee
  cheryl chester chevelle chevrolet chevy chicken chiefs chopper chris christian christina christine
  christopher chronic chrysler cinderella claire claudia clayton clipper clippers cobra coconut colleen
  colorado columbia comet commander compaq concord concrete connect connor contact control cookies cooper
  copper corvette cosmos cougar cougars country courage courtney coyote cracker crazy cricket crimson crystal
  cupcake cyclone cynthia daisy dancer danger dangerous daniela danielle darkness darkside darkstar darling
  darren dart daytona deborah defender delta demon denali denise dennis derek desert desiree destiny detroit
  devil diablo diamond diana diane digital dilbert director disney doctor dodger doggie dogs dominic domino
  donald donna dorothy douglas download dragonfly dragster dreamer dreams drummer ducati dylan dynamite
  earthquake eclipse edward einstein eleanor electric element elephant elizabeth emerald emily eminem emma
  emperor energy england enigma enter enterprise eric erica escape ethan eugene europe evelyn evolution
  excalibur excellent explorer express extreme fantasy farmer fatboy felicia fender fernando ferrari fireball
  firebird firefly firefox fireman firewall fisher fishing flamingo flash florence fluffy flyers flying
  formula fortune forward france frances francis francisco frank franklin freak freddy freeman friendly
  friendship fuckyou funny future gabriel gabriela gabrielle galaxy gambit gandalf gangster gary gateway
  gemini general genesis genius geoffrey georgia gerald getout giant gibson gilbert gizmo gladiator gloria
  godzilla golden goldfish goldie goodluck gordon gorilla government grace graham grandma grandpa grapes green
  greenday gregory gremlin griffin guardian guinness guitar gunner hammer hamster handsome hannah happiness
  happy happyday hardcore harley harold harrison harry harrypotter hawaii hawkeye hawks heart helen hendrix
  henry hercules hermes highland hobbit homer honda hornet hotdog hotmail hotrod howard hummer hurricane
  iceman idontknow iforgot iguana immortal impala indian indiana infinity inside integra intel international
  intrepid ireland isaac isabel isabella isabelle island italia italy jackass jackie jackson jacob jacqueline
  jaguar jaguars jake jamaica james jamie janet janice japan jasmin jasmine jason jasper jeffrey jellybean
  jenny jeremy jerome jersey jesse jester jetski jewels joanna john johnny johnson joker jonathan jordan jose
  joseph josephine journey joyce juan judith julia julian juliana julie jumper jungle jupiter justin kangaroo
  karate karen katherine kathleen kathryn katie katrina kawasaki keith kelly kenneth kermit kevin killers
  kimberly kingdom kitten kitty knight knights kramer kristen kristin kyle labrador ladybug lakeside lancer
  laser lasvegas latitude laura lauren lawrence legend legolas leonard leonardo leopard leslie letmesee
  library light lightning lillian limited lincoln linda lindsay lindsey lipstick little lizard lobster logan
  lollipop lonely longhorn lorenzo loser louis louise lovers lucas lucifer luckydog lucy macintosh madison
  madonna maggie magic magnum malcolm manchester mantra marcus margaret margarita maria marie marilyn marina
  mariner mariners marines mario marissa mark marlboro marlene marley mars marshall martha martin marvin mary
  mason masters matt maurice maverick maximus maxwell medical megan melanie melinda melody member memphis
  mercedes mercury merlin mermaid metallica mexican michigan midnight miguel mike military millennium miller
  mistress mitchell mobile molly monica monique monster montana monty moonbeam moonlight moose morgan mortgage
  motorola mountain mouse mozart murphy music mustang mustangs mystery mystic nancy napoleon nascar natalia
  natalie natasha nathan nathaniel nebraska nelson newcastle nicholas nick nirvana nissan nokia norman norton
  norway nuggets number nursing oakland ocean oklahoma oliver olivia olympic omega online operator orioles
  orlando oscar outlaw oxford pacific paintball painter pakistan palmer pamela panasonic pancake panda pandora
  pantera panthers papa paradise parker passion patches patricia patrick patriot patriots paul paula peace
  peaches peanut pearl pebbles peggy penguin penguins people perfect peter phantom philip philips phillip
  photo picard pierre pineapple pirate pirates platinum playboy player please poison polaris police pontiac
  poohbear pookie popcorn popeye porsche potato powder power precious predator prelude premier president
  prestige priscilla prodigy producer property puppies puppy purple pussy pyramid python rabbit racecar rachel
  racing raider raiders raistlin ralph rambo rampage random randy rangers raptor rascal raven ravens raymond
  razor reality rebecca rebel redbull reddog redhead redhot redrose redskins redsox redwing redwings regina
  remember renegade republic revolution rhino richard rick ripper river roadkill roadrunner robbie robin
  robotech rocket rockets rockstar rocky rodney roger roland roller romance romeo ronald rooster rosebud
  rosemary roses runner russell russia rusty ruth ryan sabrina saints sally salmon salvador samson samuel
  samurai sandiego sandman sandra sanfrancisco santa santiago sapphire sara sarah saturn sausage scarface
  scarlet school science scooby scooter scorpio scorpion scotland scott scout scrappy sean sebastian secure
  security seminole senator serenity sergio service seven shadows shannon shark sharks sharon shawn sheena
  sheila shelby sherlock sherman shirley shooter shorty sierra silver simple simpsons skateboard skipper
  skippy slayer sleepy slipknot smile smiles smiley smokey smooth snapper snickers sniper snowball snowboard
  snowman soldier sonic sophia sophie southpark spanky sparkle sparky spartan spartans special speed spencer
  spider spirit spongebob spooky sporting squirrel stanley starfish stargate starlight station stealth stella
  stephanie stephen sterling steve steven stewart stingray stranger strawberry stuart student studio sugar
  sunny sunrise sunset supergirl supernova superstar support surfer susan susanna suzanne suzuki sweet swimmer
  swimming swordfish sydney sylvia sysadm tamara tammy tango tanya tara tarzan tattoo taurus taylor teacher
  teddy teddybear telephone tennessee teresa terminal terminator terrance terry thailand theman theodore
  theresa thuglife thumper thunder thunderbird tiffany tigers tigger timber timothy titanic titans tomato
  tomcat tony topgun tornado toronto toshiba toyota tractor tracy training transfer traveler travis treasure
  trevor triangle trinity tristan triumph trooper trouble truck trucker tucker turbo turtle tweety twilight
  twister tyler ultimate undertaker unicorn unique united universe university usmarine vader valentina
  valentine valerie valhalla vampire vanessa vegeta velvet venice venus veronica vicky victor victoria viking
  vikings vincent vintage viper virginia virus vivian volcano volkswagen volleyball voodoo voyager walker
  wallace walter warcraft warlock warriors washington water watermelon webmaster wendy wesley westside whatsup
  wheels whiteboy whitesox whitney wicked wildcat wildcats wilfred willow wilson windsurf winston wisdom wolf
  wolfgang wolverine wolves wombat wonder wonderful woody wrangler wrestling xavier yamaha yellow yolanda
  yomama yosemite yvonne zachary zebra zeppelin zodiac zombie zxcv
`
export const commonPasswords: ReadonlySet<string> = new Set(bare.trim().split(/\s+/))
