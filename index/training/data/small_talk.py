"""What people write in a chat that asks an article nothing."""

SMALL_TALK = tuple(
    line
    for line in """
hello there
hi bot
hey everyone
good morning all
good night folks
thanks a lot
thank you so much that helped
ty
np
lol
haha that is hilarious
omg no way
nice one
well done you
good bot
bad bot
you are useless
i love this server
i am so tired today
brb getting coffee
who are you
what are you
are you a bot
are you human
how are you doing
how old are you
what is your name
who made you
what can you do
can you help me
help
tell me a joke
tell me something interesting
sing me a song
write me a poem
do you like pizza
what is your favourite colour
what do you think of me
do you love me
can we be friends
i am bored
what should i do today
what time is it
what day is it
what is the weather like
is it going to rain tomorrow
what is for dinner
see you tomorrow
see you later
bye
gtg
same here
i agree
i do not agree at all
that is not what i meant
never mind
forget it
ok
okay cool
sure
yes
no
maybe
why not
what
huh
test
is this thing on
ping
first
anyone here
anyone want to play
who is up for a game tonight
lfg
gg
rip
this is taking forever
my internet is so slow
can a mod please look at this
please unmute me
why was i muted
can someone give me the role
where do i get roles
how do i change my nickname
how do i leave this server
please stop pinging me
i just had lunch
my cat is sleeping on the keyboard
look at this picture
check your messages
did you see the match yesterday
what a day
happy birthday
congrats
sorry for the late reply
i will be there in ten minutes
what is two plus two
what is the capital of france
translate this for me
give me a recipe for pancakes
how do i boil an egg
what is the meaning of life
who is the best player in the world
""".strip().splitlines()
)
"""Each is asked of articles that do not answer it."""
