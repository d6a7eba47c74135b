// Names by which the same person is called. The first of a line stands for all; who is called by two of them, by the
// line that comes first.
const lines = `
alexander alex sascha sasha alec aleks alexandre alejandro alessandro
alexandra sandra alessandra alexia
andreas andrew andy drew andre andrea
anna anne ann annie anita ania hannah
anthony tony antonio anton toni antoine
barbara barb babs
benjamin ben benny benji
catherine cathy kate katie kathy katherine katharina catarina caterina kasia katarzyna
charles charlie chuck carlos carl karl karol chas
christian chris christopher kris kristian topher christophe
christina tina christine kristina krystyna
daniel dan danny danilo
david dave davy
deborah debbie deb
dorothy dot dottie dorota
edward ed eddie ted teddy eduardo edouard
elizabeth liz lizzie beth betty eliza elisabeth lisa elsa bess isabel elzbieta
emanuel manuel manny manu emmanuel
eugene gene
francis frank francisco francesco franz francois paco pancho frankie
frederick fred freddie friedrich federico frederic fritz
gabriel gabe
george jorge giorgio georg georges jerzy
gerald gerry jerry gerard
giovanni john johnny jack johann johannes hans juan jean jan ivan
gregory greg gregor grzegorz
henry harry hank heinrich henri enrique henryk
jacob jake jakob jakub
james jim jimmy jamie jaime
jennifer jen jenny
jessica jess jessie
jonathan jon jonny nathan
joseph joe joey jose josef giuseppe jozef pepe
joshua josh
kenneth ken kenny
lawrence larry laurence lorenzo laurent
leonard leo lenny leonardo
louis lou luis luigi ludwig lewis
magdalena magda lena madeleine
margaret maggie meg peggy marge margarita margherita marguerite malgorzata greta
maria mary marie molly marija
matthew matt matteo matthias mateusz mathieu
maximilian max maxime massimo
michael mike mick mickey michel miguel michele michal mikael
nicholas nick nicolas nikolaus niklas nicola klaus
oliver olly ollie olivier
patricia pat patty tricia trish
patrick paddy patricio
paul pablo paolo pavel pawel
peter pete pedro pietro pierre piotr
philip phil philipp philippe felipe filippo
rebecca becky becca
richard rick dick rich ricky ricardo riccardo ryszard
robert bob rob bobby robbie roberto bert
ronald ron ronnie
samuel sam sammy
sebastian seb bastian
sophie sofia sophia zofia
stephen steve steven stefan stephan stefano esteban etienne szczepan
susan sue susie suzanne susanna zuzanna
theodore theo teodoro
theresa terry teresa tess tessa
thomas tom tommy tomas tomasz tommaso
timothy tim timmy
valerie val valeria
victoria vicky vicki
victor vic wiktor
vincent vince vincenzo vinnie
walter walt wally
william bill will billy willy liam guillermo guglielmo wilhelm guillaume
zachary zach zack`

const called = new Map<string, string>()
for (const line of lines.trim().split('\n')) {
  const [first = '', ...more] = line.split(' ')
  for (const name of [first, ...more]) if (!called.has(name)) called.set(name, first)
}

/** The one name for all by which somebody may be called. */
export const givenName = (name: string) => called.get(name) ?? name
