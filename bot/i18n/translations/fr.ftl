### Tout ce que le bot dit en français. Texte brut : il est échappé à l’affichage.

## Asking

how-to-ask = Mentionnez-moi avec votre question, ou utilisez /{ command-ask }, et je citerai l’article.
how-to-ask-here = Écrivez-moi votre question, et je citerai l’article.
small-talk = Bonjour ! Demandez-moi ce que vous voulez savoir de l’article, et je le citerai.
mentioned-role = C’est mon rôle qui a été mentionné, je n’ai donc pas pu lire le message : mentionnez-moi directement, ou utilisez /{ command-ask }.
preview-topic = { $mention } et votre question, ou /{ command-ask }

## Verdicts

verdict-unsure = Ceci est peut-être la réponse
verdict-not-found = L’article ne semble pas le dire.
verdict-not-found-closest = L’article ne semble pas le dire. Ce qui s’en rapproche le plus :
confidence-high = très sûr · { $percent } %
confidence-medium = assez sûr · { $percent } %
chosen-by-managers = Choisi par les gestionnaires de ce serveur

## Card

also = Également :
place = phrase { $sentence } sur { $sentences }
places = phrases { $first } à { $last } sur { $sentences }
place-page = page { $page }
place-pages = pages { $first } à { $last }
article-dated = { $title }, { $date }
also-in = aussi dans { $articles }
also-in-more = aussi dans { $articles } et { $count ->
        [one] { $count } autre article
       *[other] { $count } autres articles
    }
passage-of = passage { $passage } sur { $passages }
follow-up-of = Compris avec la question : { $question }
read-as = Lu comme : { $words }
shared-by = Partagé par { $user }
asked-about-message = D’après un message de { $user }

## Buttons

button-context = En contexte
button-context-close = Sans contexte
button-next = Passage suivant
button-next-page = Suivant
button-previous-page = Précédent
button-previous = Précédent
button-closest = Passages proches
button-share = Partager
button-delete = Supprimer
button-read-on = Lire sur la page
button-open = Ouvrir l’article
button-ask-again = Redemander
button-first = Aller au début
button-last = Aller à la fin
button-jump = Aller à une phrase
button-clear = Vider la liste
button-export = Exporter en CSV
button-confirm = Oui, continuer
button-cancel = Annuler
button-add = Ajouter
button-open-document = Ouvrir
button-replace = Remplacer
button-rename = Renommer
button-remove = Retirer
button-remove-all = Tout retirer
button-export-files = Exporter
button-back = Retour
button-everywhere = Partout
button-everybody = Tout le monde
button-accept = Confirmer
button-aliases = Alias
button-choose-sentence = Choisir la phrase
button-another-sentence = Autre phrase

## Reasons why there is no answer

question-empty = Il n’y a rien à chercher là-dedans : écrivez au moins un mot.
question-too-long = { $length ->
        [one] Ce texte compte { $length } caractère
       *[other] Ce texte compte { $length } caractères
    } pour { $limit } autorisés : utilisez moins de mots.
question-refused = Je ne peux pas chercher cela tel quel : dites-le autrement.
busy = Je suis occupé par d’autres questions : redemandez dans { $seconds ->
        [one] une seconde environ
       *[other] { $seconds } secondes environ
    }.
too-late = Cela a pris trop de temps : redemandez dans un instant.
warming-up = Je suis encore en train de démarrer : redemandez dans une minute.
closing = On me redémarre : redemandez dans une minute.
restarted = On m’a redémarré avant que je puisse répondre : redemandez.
away = Je n’ai pas accès à ma mémoire pour le moment : réessayez dans une minute.
storage-away = Je n’ai pas accès au stockage des documents pour le moment : réessayez dans une minute.
went-wrong = Quelque chose a échoué de mon côté (référence { $reference }).
cooldown-user = Vous avez beaucoup demandé en peu de temps : redemandez dans { $seconds ->
        [one] { $seconds } seconde
       *[other] { $seconds } secondes
    }.
cooldown-server = On a beaucoup demandé ici en peu de temps : redemandez dans { $seconds ->
        [one] { $seconds } seconde
       *[other] { $seconds } secondes
    }.
cooldown-presses = Vous allez très vite : continuez dans { $seconds ->
        [one] { $seconds } seconde
       *[other] { $seconds } secondes
    }.
cooldown-additions = On a beaucoup ajouté ici en peu de temps : continuez dans { $seconds ->
        [one] { $seconds } seconde
       *[other] { $seconds } secondes
    }.
document-too-large = « { $name } » fait { $mebibytes } Mio, et un fichier peut faire { $limit } Mio : divisez-le ou réduisez-le.
document-unreadable = Je ne peux pas lire ce fichier. « { $name } » { $reason }.
document-gone = Ce document n’est plus dans la bibliothèque : regardez la liste à nouveau.
document-changed = Quelqu’un d’autre a modifié ce document entre-temps : regardez-le à nouveau.
document-lost = Mon stockage a perdu « { $name } » : ajoutez à nouveau le fichier, ou prévenez la personne qui me fait tourner.
library-documents-full = { $limit ->
        [one] La bibliothèque de ce serveur peut avoir { $limit } document
       *[other] La bibliothèque de ce serveur peut avoir { $limit } documents
    }, pas plus : retirez-en un d’abord.
library-size-full = Les fichiers de la bibliothèque de ce serveur peuvent faire { $limit } Mio en tout, et ce serait plus : retirez-en un d’abord, ou ajoutez-en un plus petit.
library-sentences-full = { $limit ->
        [one] La bibliothèque de ce serveur peut avoir { $limit } phrase
       *[other] La bibliothèque de ce serveur peut avoir { $limit } phrases
    }, et ce serait plus : retirez d’abord un document, ou ajoutez-en un plus court.
channel-closed = Je ne réponds pas aux questions dans ce salon. Essayez plutôt :
channel-closed-everywhere = Je ne réponds pas aux questions dans ce salon.
role-missing = Seuls certains rôles peuvent m’interroger ici, et vous n’en avez aucun.
mentions-off = Les mentions sont désactivées ici : utilisez /{ command-ask }.
cannot-read-reply = Je ne peux pas lire le message auquel vous avez répondu : ouvrez son menu → Applications → « { menu-find } ».
nothing-to-find = Il n’y a pas de texte à chercher dans ce message.
article-unknown = Il n’y a pas d’article « { $name } ». Voyez-les tous avec /{ command-articles }.
sentence-unknown = { $sentences ->
        [one] Cet article n’a que { $sentences } phrase.
       *[other] Cet article a { $sentences } phrases : donnez un nombre de 1 à { $sentences }.
    }
could-not-answer-there = Je ne peux pas écrire dans { $channel }, voici donc la réponse :
settings-unknown = Je ne peux pas lire les paramètres de ce serveur pour le moment, vous seul voyez donc ceci.

## Reasons why a file cannot be read

unreadable-empty = « { $name } » est vide : donnez un fichier avec au moins une phrase.
unreadable-nul = « { $name } » contient un caractère qu’aucun texte n’a (NUL, à la position { $place }) : enregistrez-le à nouveau en texte.
unreadable-encoding = « { $name } » est dans un encodage que je ne connais pas : enregistrez-le en UTF-8.
unreadable-image = « { $name } » est une image : enregistrez-le en texte, Markdown, HTML, PDF ou DOCX.
unreadable-media = « { $name } » est un film, un enregistrement ou une image : donnez ses mots en texte, PDF ou DOCX.
unreadable-program = « { $name } » est un programme : donnez du texte, Markdown, HTML, PDF ou DOCX.
unreadable-database = « { $name } » est une base de données : enregistrez son contenu en texte, Markdown, HTML, PDF ou DOCX.
unreadable-archive = « { $name } » est une archive ou un fichier compressé : décompressez-le et donnez ce qu’il contient.
unreadable-old-office = « { $name } » est un fichier Office ancien ou protégé : enregistrez-le en DOCX ou PDF.
unreadable-rich-text = « { $name } » est un fichier RTF : enregistrez-le en DOCX, PDF ou texte.
unreadable-spreadsheet = « { $name } » est une feuille de calcul : enregistrez-le en DOCX, PDF ou texte.
unreadable-presentation = « { $name } » est une présentation : enregistrez-le en PDF ou texte.
unreadable-other-document = « { $name } » est un genre de document ou de livre que je ne peux pas lire : enregistrez-le en DOCX, PDF ou texte.
unreadable-password = « { $name } » est protégé par un mot de passe : enregistrez-le sans.
unreadable-damaged = « { $name } » est endommagé : enregistrez-le à nouveau, ou en texte.
unreadable-no-text = Je ne trouve pas de mots dans « { $name } » : s’ils sont dans des images ou des numérisations, passez-le d’abord à la reconnaissance de texte (OCR).
unreadable-nested = « { $name } » est imbriqué trop profondément : enregistrez-le à nouveau avec un autre programme.
unreadable-too-slow = Lire « { $name } » prend plus de { $seconds ->
        [one] { $seconds } seconde
       *[other] { $seconds } secondes
    } : divisez-le.
unreadable-too-much-text = « { $name } » contient plus de { $mebibytes } Mio de texte : divisez-le.
unreadable-too-much-memory = « { $name } » est endommagé, ou demande plus de { $mebibytes } Mio de mémoire : enregistrez-le à nouveau, ou divisez-le.
unreadable-unpacks = « { $name } » fait plus de { $mebibytes } Mio une fois décompressé : enregistrez-le sans ses images.
unreadable-name = « { $name } » ne peut pas être le nom d’un fichier : il peut avoir { $limit } octets, sans barre oblique ni caractère de contrôle.
unreadable-not-now = Je ne peux pas lire « { $name } » en ce moment : réessayez dans une minute.

## Reasons why a link cannot be read

link-malformed = « { $url } » n’est pas un lien que je puisse lire : donnez-en un comme https://example.com/page.
link-scheme = Ce lien commence par { $scheme } : donnez-en un qui commence par https:// ou http://.
link-credentials = Ce lien contient un nom d’utilisateur ou un mot de passe : donnez-en un qui n’en contient pas.
link-port = Ce lien mène au port { $port } : je ne lis les pages que là où elles sont publiées, aux ports 80 et 443.
link-private = { $host } n’est pas sur l’internet public : donnez un lien que tout le monde peut ouvrir.
link-unresolved = Je ne trouve pas { $host } : vérifiez comment le lien est écrit.
link-unreachable = Je ne peux pas joindre { $host } : réessayez plus tard.
link-untrusted = { $host } n’a pas de certificat valable, je ne peux donc pas savoir à qui est cette page : donnez un autre lien.
link-too-slow = { $host } a mis plus de { $seconds } secondes : réessayez plus tard, ou envoyez plutôt le fichier.
link-too-big = Ce lien mène à plus de { $mebibytes } Mio, c’est trop : donnez une page plus petite.
link-type = Ce lien mène à { $type } : je peux lire les pages web, le texte brut, Markdown, PDF, DOCX, les flux et les sitemaps.
link-status = { $host } répond par l’erreur { $status } : vérifiez que le lien s’ouvre sans connexion à un compte.
link-redirects = Ce lien redirige plus de { $count } fois : donnez le lien de la page elle-même.
link-downgrade = { $host } redirige de https vers http, ce qui n’est pas sûr : donnez le lien de la page elle-même.
link-broken = Ce que { $host } a envoyé est endommagé ou incomplet : réessayez plus tard.
link-robots = { $host } demande aux programmes de ne pas lire cette page : envoyez plutôt le fichier, si vous en avez le droit.
link-lists-malformed = Ce n’est ni un flux ni un sitemap que je puisse lire : donnez un flux RSS ou Atom, ou un sitemap.
link-lists-nothing = Ce flux ou ce sitemap ne contient aucune page : donnez le lien d’une page.
link-lists-many = Ce lien mène à une liste de pages : donnez le lien d’une seule page.
link-lists-known = Toutes les pages de cette liste sont déjà dans la bibliothèque.
link-known = Cette page est déjà dans la bibliothèque : /{ command-library } peut la remplacer par ce qu’elle dit maintenant.
link-same = Cette page dit la même chose qu’avant, rien n’a donc changé.
link-pages-no-room = { $count ->
        [one] La bibliothèque a de la place pour une de ses pages
       *[other] La bibliothèque a de la place pour { $count } de ses pages
    } : retirez des documents et ajoutez le lien à nouveau.
link-pages-left = { $count ->
        [one] Une autre page n’a pas été lue.
       *[other] { $count } autres pages n’ont pas été lues.
    }
link-pages-late = { $count ->
        [one] Cela a duré si longtemps qu’une page n’a pas été lue
       *[other] Cela a duré si longtemps que { $count } pages n’ont pas été lues
    } : ajoutez le lien à nouveau ensuite.

## Reasons why a button or a command does nothing

not-yours-delete = Seule la personne qui a posé la question, ou qui peut gérer les messages, peut supprimer cette réponse.
not-yours-share = Seule la personne qui a posé la question peut partager cette réponse.
not-for-everybody = Ceci cite un document réservé ici à certains rôles ; je ne le montre donc pas à tout le monde.
already-shared = Cette réponse a déjà été partagée.
article-changed = L’article a changé depuis cette réponse. Redemandez pour obtenir une réponse du nouveau texte.
answer-unknown = Je ne connais plus cette réponse : redemandez.
press-unknown = Je ne connais plus ce bouton ou ce formulaire : réutilisez la commande.
server-only = Cela ne fonctionne que sur un serveur.
needs-manage-server = Il faut pouvoir gérer le serveur pour faire cela.
chosen-no-answer = Ce n’est pas une de mes réponses : choisissez un message dans lequel je réponds à une question.
chosen-leans = Cette question ne se comprend pas sans la précédente : posez-la en entier et choisissez la réponse à celle-là.
chosen-changed = L’article a changé entre-temps : choisissez à nouveau.
chosen-full = Ce serveur a choisi { $limit } réponses et ne peut en avoir plus : retirez-en une d’abord.
gap-gone = Cette question n’est plus dans la liste : regardez-la à nouveau.
owner-only = Seule la personne qui exploite ce bot peut faire cela.

## Looking up exact words

lookup-found = { $sentences ->
        [one] « { $text } » figure dans { $sentences } phrase.
       *[other] « { $text } » figure dans { $sentences } phrases.
    }
lookup-nothing = « { $text } » ne figure dans aucune phrase. Pour chercher par le sens, utilisez /{ command-ask }.
lookup-page = page { $page } sur { $pages }

## Reading an article

read-title = Lecture : { $title }
read-jump-title = Aller à une phrase
read-jump-label = Numéro de 1 à { $sentences }
read-which = Il y a plusieurs articles : choisissez-en un. /{ command-articles } les affiche.
read-changed = « { $title } » a changé depuis que vous l’avez ouvert.
read-gone = Cet article n’est plus ici. Voyez tous les articles avec /{ command-articles }.

## Articles

articles-title = Articles que je peux citer
articles-line = { $title } · { $sentences ->
        [one] { $sentences } phrase
       *[other] { $sentences } phrases
    } · { $date }
articles-line-undated = { $title } · { $sentences ->
        [one] { $sentences } phrase
       *[other] { $sentences } phrases
    }
articles-none = Il n’y a pas encore d’articles ici.
articles-page = page { $page } sur { $pages }

## Help

help-title = Comment m’interroger
help-intro = Je réponds par des phrases de l’article, mot pour mot, et je dis où elles se trouvent. Les mots qui répondent sont en gras.
help-ask = /{ command-ask } : demandez avec vos propres mots ; vous pouvez choisir un article, ou être seul à voir la réponse.
help-mention = Mentionnez-moi avec une question, dans un salon, un fil ou un post, ou écrivez-moi directement.
help-reply = Répondez à l’une de mes réponses en me mentionnant, pour en demander plus.
help-menu = Ouvrez le menu d’un message → Applications → « { menu-find } », pour chercher ce qu’il demande ou affirme.
help-lookup = /{ command-lookup } : trouvez toutes les phrases qui contiennent certains mots, exactement comme ils sont écrits.
help-read = /{ command-read } : lisez un article, à partir de la phrase de votre choix.
help-articles = /{ command-articles } : voyez quels articles il y a.
help-privacy = /{ command-privacy } : voyez ce que je garde et comment l’effacer.
help-settings = /{ command-settings } : choisissez ce que je fais ici, si vous pouvez gérer le serveur.
help-library = /{ command-library } : ajoutez des documents à partir desquels je réponds ici, gérez-les, et dites ce que des mots des questions veulent dire.
help-library-links = /{ command-library } : ajoutez des documents à partir desquels je réponds ici, en fichiers ou par liens, gérez-les, et dites ce que des mots des questions veulent dire.
help-chosen = Menu de ma réponse → Applications → « { menu-choose } » : choisissez la phrase que je cite en premier.

## Settings of a server

settings-title = Paramètres de ce serveur
settings-intro = Ils s’appliquent dès la prochaine question.
settings-scope = Où, qui, de quoi
settings-manner = Comment je réponds
settings-saved = Enregistré.
settings-on = activé
settings-off = désactivé
settings-turn-on = Activer
settings-turn-off = Désactiver
settings-change = Modifier
settings-channels = Salons
settings-channels-about = Où je réponds aux questions.
settings-channels-all = tous les salons
settings-channels-choose = Choisissez des salons ; aucun signifie tous
settings-channels-gone = Les salons choisis ont été supprimés : je ne réponds nulle part tant que vous n’en choisissez pas d’autres.
settings-roles = Rôles
settings-roles-about = Qui peut m’interroger.
settings-roles-all = tout le monde
settings-roles-choose = Choisissez des rôles ; aucun signifie tout le monde
settings-roles-gone = Les rôles choisis ont été supprimés : personne ne peut m’interroger tant que vous n’en choisissez pas d’autres.
settings-private = Réponses privées
settings-private-about = Seule la personne qui demande voit les réponses à /{ command-ask }.
settings-mentions = Mentions
settings-mentions-about = Je réponds aux messages qui me mentionnent.
settings-follow-ups = Questions de suivi
settings-follow-ups-about = Si l’on répond à une réponse, je tiens compte de la question précédente.
settings-libraries = Bibliothèques
settings-libraries-about = D’où je cite ; /{ command-library } montre les documents de ce serveur.
settings-libraries-both = La bibliothèque de ce serveur et la commune
settings-libraries-own = Seulement la bibliothèque de ce serveur
settings-libraries-shared = Seulement la bibliothèque commune
settings-libraries-choose = Choisissez les bibliothèques qui répondent
settings-articles = Articles
settings-articles-about = Quels articles de la bibliothèque commune je cite.
settings-articles-all = tous les articles
settings-articles-choose = Choisissez des articles ; aucun signifie tous
settings-only-answered = Réponses sûres seulement
settings-only-answered-about = Quand je ne suis pas sûr, je dis que l’article ne le dit pas.
settings-language = Langue
settings-language-about = Ce que je parle ici. Les citations restent telles quelles.
settings-language-own = celle de chaque personne
settings-language-choose = Choisissez une langue
settings-gaps = Questions sans réponse
settings-gaps-about = Je les garde 30 jours, sans noms ; /{ command-gaps } les montre.
settings-rates = Limites
settings-rates-about = Combien on peut demander en une minute.
settings-user-rate = Questions par minute, une personne
settings-server-rate = Questions par minute, tout le serveur
settings-rate-default = comme d’habitude
settings-rate-hint = Un nombre de 1 à { $most } ; vide : comme d’habitude
settings-rate-unknown = « { $text } » ne peut pas être une limite : donnez un nombre de 1 à { $most }, ou rien.

## Questions without an answer

gaps-title = Questions sans réponse des 30 derniers jours
gaps-line = { $count ->
        [one] { $count } fois : « { $question } »
       *[other] { $count } fois, par exemple : « { $question } »
    }
gaps-empty = Aucune question n’est restée sans réponse ces 30 derniers jours.
gaps-page = page { $page } sur { $pages }
gaps-off = Ce serveur ne garde pas les questions sans réponse. Cela s’active avec /{ command-settings }.
gaps-clear-sure = { $count ->
        [one] Supprimer { $count } question gardée ici ? C’est irréversible.
       *[other] Supprimer les { $count } questions gardées ici ? C’est irréversible.
    }
gaps-cleared = La liste est vide à présent.
gaps-reason-not-found = l’article ne le dit pas
gaps-reason-downvoted = jugée pas utile
gaps-reason-outvoted = la majorité a voté contre la réponse choisie
gaps-reason-changed = l’article de la réponse choisie a changé
gaps-csv-group = groupe
gaps-csv-question = question
gaps-csv-count = nombre
gaps-csv-reason = raison
gaps-csv-last-asked = dernière fois

## Library of a server

library-title = Bibliothèque de ce serveur
library-intro = Vous seul voyez ceci. Qui peut demander ici peut interroger ces documents avec /{ command-ask }.
library-empty = Ce serveur n’a pas encore de documents à lui. Ajoutez des fichiers, par exemple PDF, Word, Markdown ou texte brut, et je réponds aux questions à partir d’eux.
library-sum-documents = { $count } documents sur { $most }
library-sum-sentences = { $count } phrases sur { $most }
library-sum-size = { $count } Mio sur { $most }
library-page = page { $page } sur { $pages }
library-sentences = { $count ->
        [one] { $count } phrase
       *[other] { $count } phrases
    }
library-kibibytes = { $kibibytes } Kio
library-added = ajouté { $when }
library-added-by = par { $user }
library-version = version { $number }
library-checked = lu pour la dernière fois { $when }
library-tried = dernier essai { $when }
library-source = source
library-waiting = pas encore dans les réponses : attend d’être lu
library-reading = lecture : { $progress }
library-unreadable = illisible : { $reason }
library-only-channels = seulement dans { $places }
library-only-roles = seulement pour { $places }
library-nowhere = cité nulle part : ses salons ont été supprimés
library-nobody = cité pour personne : ses rôles ont été supprimés
library-more = et { $count } de plus
library-percent = { $percent } %
library-left-seconds = encore environ { $seconds ->
        [one] { $seconds } seconde
       *[other] { $seconds } secondes
    }
library-left-minutes = encore environ { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
library-answers-both = Je réponds avec la bibliothèque de ce serveur et avec la commune ; /{ command-settings } permet d’en changer.
library-answers-own = Je réponds seulement avec la bibliothèque de ce serveur ; /{ command-settings } permet d’en changer.
library-answers-shared = Je réponds seulement avec la bibliothèque commune, pas avec ces documents ; /{ command-settings } permet d’en changer.
library-channels = Où je le cite
library-channels-gone = Les salons choisis ont été supprimés : je ne le cite nulle part tant que vous n’en choisissez pas d’autres.
library-roles = Pour qui je le cite
library-roles-gone = Les rôles choisis ont été supprimés : je ne le cite pour personne tant que vous n’en choisissez pas d’autres.
library-remove-sure = Retirer « { $title } » et ses versions précédentes ? C’est irréversible.
library-clear-sure = { $count ->
        [one] Retirer { $count } document de ce serveur ?
       *[other] Retirer les { $count } documents de ce serveur ?
    } C’est irréversible.
library-form-add = Ajouter des documents
library-form-replace = Remplacer le document
library-form-files = Fichiers
library-form-links = Liens
library-form-link = Lien
library-form-rename = Renommer le document
library-form-title = Titre
library-files-hint = PDF, Word, HTML, Markdown ou texte brut, jusqu’à { $limit } Mio chacun
library-links-hint = Un par ligne, jusqu’à { $limit } : pages web, PDF, DOCX, texte, flux ou sitemaps
library-link-hint = La page que je lis à la place, si vous ne donnez pas de fichier
library-form-aliases = Alias
library-form-aliases-lines = Un par ligne
library-aliases-hint = Ce que des mots des questions veulent dire ici, par exemple : PM = prime minister
aliases-saved = { $count ->
        [0] Il n’y a plus d’alias.
        [one] Il y a maintenant { $count } alias, dès la prochaine question.
       *[other] Il y a maintenant { $count } alias, dès la prochaine question.
    }
aliases-not-saved = Rien n’a encore été changé
aliases-typed-kept = Ce que vous avez écrit sera dans le formulaire quand vous l’ouvrirez à nouveau.
aliases-line-wrong = Ligne { $number } : j’attendais un mot, « = » et ce qu’il veut dire, comme « PM = prime minister », et il y a « { $text } ».
aliases-line-long = Ligne { $number } : « { $text } » a { $length } caractères et peut en avoir { $limit }.
aliases-line-twice = Ligne { $number } : la ligne { $first } dit déjà ce que veut dire « { $text } ».
aliases-too-many = Cela fait { $count } alias, et un serveur peut en avoir { $limit } : retirez-en quelques-uns.
aliases-too-long = Toutes les lignes ensemble ont { $length } caractères et peuvent en avoir { $limit } : raccourcissez-les.
aliases-full = Avec ce que quelqu’un d’autre a ajouté entre-temps, cela ferait plus de { $limit } alias : retirez-en quelques-uns.
library-file-gone = Je n’obtiens pas « { $name } » de Discord : envoyez-le à nouveau.
library-no-files = Il n’y a pas de fichier dans ce message : choisissez-en un qui en a.
library-nothing-given = Il n’y a rien à ajouter : donnez un fichier ou un lien.
library-too-many-links = { $limit ->
        [one] Il y a plus d’un lien
       *[other] Il y a plus de { $limit } liens
    } : donnez-en moins à la fois.
library-preview = Voici ce que j’ai compris. Dois-je l’ajouter ?
library-preview-none = Rien ne peut être ajouté
library-preview-replaces = Il prend la place de « { $title } ».
library-links-reading = Je lis les liens.
library-draft-gone = Cet aperçu n’existe plus : ajoutez à nouveau les fichiers.
library-draft-not-yours = Seule la personne qui a donné ces fichiers peut les confirmer.
library-cancelled = Rien n’a été ajouté.
library-added-now = Ajouté : { $title }
library-soon = Je réponds à partir de là dès que j’ai fini de lire.
library-ready = C’est prêt : demandez avec /{ command-ask }.
library-later = Cela dure encore un peu : /{ command-library } montre où cela en est.
library-failed = Je n’ai pas pu lire cette bibliothèque jusqu’au bout : { $reason }
library-all-lost = Mon stockage a perdu tous les documents de cette bibliothèque : ajoutez-les à nouveau.
library-some-lost = Mon stockage a perdu des documents, ajoutez-les à nouveau : { $names }
library-lost = Mon stockage a perdu : { $names }
library-too-large = Trop gros pour être envoyé : { $names }
oddity-encoding-guessed = L’encodage est deviné ({ $detail }) : vérifiez que toutes les lettres sont justes.
oddity-wrong-suffix = Son nom dit autre chose, mais c’est { $detail }.
oddity-pages-without-text = Pages sans texte, par exemple numérisées : { $detail }.
oddity-pages-unreadable = Pages endommagées, laissées de côté : { $detail }.
oddity-tables-left-out = Tableaux dans des tableaux, laissés de côté : { $detail }.
oddity-main-text-not-found = Je n’ai pas pu distinguer le texte principal du reste : les menus et les notes y sont aussi.
oddity-images-left-out = Images, laissées de côté : { $detail }.
oddity-other-language = Il est dans cette langue : { $detail }. Je lis l’anglais, donc les questions y trouveront peu de choses.
format-plain-text = texte brut

## Chosen answers

chosen-which = Quelle phrase répond à ceci ? Je la cite en premier quand on demande la même chose ici, et je dis que les gestionnaires de ce serveur l’ont choisie.
chosen-so-far = Jusqu’ici, je cite d’abord :
chosen-out-of-reach = Ce qui avait été choisi n’est pas cité : son article a changé, ou ne peut pas être lu ici.
chosen-now = Désormais, je cite ceci en premier quand on demande la même chose ici, et je dis que les gestionnaires de ce serveur l’ont choisi :
chosen-removed = Retirée. Je cherche de nouveau moi-même la réponse à cette question.
chosen-none = Je ne trouve aucune phrase qui puisse répondre : nommez-en une par ses mots.
chosen-found = Celles-ci contiennent « { $text } » :
chosen-closest = Aucune phrase ne contient « { $text } ». Ce qui s’en approche le plus :
chosen-form-words = Mots de la phrase
chosen-form-hint = Quelques mots, tels qu’ils y sont ; mettez une expression entre guillemets

## Privacy

privacy-title = Ce que je lis et ce que je garde
privacy-read = Je ne lis un message que s’il me mentionne, s’il m’est écrit directement ou s’il m’est transmis par son menu.
privacy-answers = D’une réponse, je garde quand, où et dans quelle langue elle a été donnée, les passages montrés, à quel point j’étais sûr, qui a demandé et quels messages sont la question et la réponse. Je ne garde pas le texte de la question. Après { $days } jours, j’efface tout cela.
privacy-gaps-on = Une exception : ce serveur garde le texte des questions restées sans bonne réponse, pendant 30 jours et sans noms.
privacy-gaps-off = Le texte des questions sans réponse n’est pas gardé ici.
privacy-unanswered = Pendant que je réponds, 15 minutes au plus, je garde où la réponse doit aller ; ce que Discord demande pour cela est chiffré.
privacy-votes = Je garde vos votes sur les réponses, un par réponse, et les paramètres et alias des serveurs.
privacy-documents = D’un document ajouté à ce serveur par ses gestionnaires, je garde le fichier, ce que j’y ai lu, qui l’a ajouté et quand, et quelques versions antérieures. Quand on me retire d’un serveur, j’efface ses documents après { $days } jours.
privacy-links = Une page que les gestionnaires ajoutent par son lien, je la demande depuis la machine où je tourne, puis à nouveau environ une fois par jour ; je la garde comme document. Son serveur apprend l’adresse de cette machine, et rien sur personne ici.
privacy-chosen = Quand les gestionnaires choisissent une phrase comme réponse à une question, je garde le texte de la question, l’endroit de la phrase, qui l’a choisie et quand : jusqu’à ce qu’ils la retirent, que la majorité vote contre, que son article change ou qu’on me retire du serveur.
privacy-machine = Les questions reçoivent leur réponse sur la machine où je tourne et ne sont envoyées à aucun autre service.
privacy-remove = Supprimez une réponse, et je l’oublie. /{ command-forget-me } supprime vos votes et vous retire de toutes les réponses et de tous les documents.

## Forgetting a person

forget-me-sure = Supprimer vos votes et vous retirer de toutes les réponses et de tous les documents que je connais ? C’est irréversible.
forget-me-after = Ensuite, vous ne pourrez plus supprimer ces réponses vous-même : sur les serveurs, seules les personnes qui peuvent gérer les messages le pourront.
forgotten = C’est fait. { $votes ->
        [0] Vous n’aviez aucun vote.
        [one] { $votes } vote est supprimé.
       *[other] { $votes } votes sont supprimés.
    } { $answers ->
        [0] Aucune réponse ne vous nommait.
        [one] { $answers } réponse ne vous nomme plus.
       *[other] { $answers } réponses ne vous nomment plus.
    }
forgotten-documents = { $documents ->
        [one] { $documents } document ne vous nomme plus.
       *[other] { $documents } documents ne vous nomment plus.
    }
forgotten-chosen = { $count ->
        [one] { $count } réponse choisie ne vous nomme plus.
       *[other] { $count } réponses choisies ne vous nomment plus.
    }

## Status

status-title = État
status-version = Version
status-running-since = En marche depuis
status-servers = Serveurs
status-articles = Articles
status-sentences = Phrases
status-index = Index
status-model = Modèle de recherche
status-reader = Modèle de lecture
status-queue = Questions en attente
status-answered = Questions répondues
status-verdicts = { $answered } trouvées, { $unsure } incertaines, { $missing } non trouvées
status-time = Temps par réponse
status-latency = Temps jusqu’à Discord
status-memory = Mémoire utilisée
status-database = Base de données
status-storage = Stockage des documents
status-storage-foreign = celui d’une autre base de données ({ $found } ; attendu : { $expected }), donc rien n’y est supprimé : le journal dit quoi faire
status-storage-unknown = ne porte pas d’identifiant et contient ce que cette base de données ({ $expected }) ne nomme pas, donc rien n’y est supprimé : le journal dit quoi faire
status-ready = prêt
status-loading = en chargement
status-away = injoignable
status-off = désactivé
status-failures = Dernières erreurs
status-milliseconds = { $milliseconds } ms
status-mebibytes = { $mebibytes } Mio

## Commands: names, what they are for, and the same of their options

command-ask = demander
command-ask-about = Poser une question à l’article : la réponse est une citation.
command-ask-question = question
command-ask-question-about = Votre question, avec vos propres mots.
command-ask-article = article
command-ask-article-about = N’interroger que cet article.
command-ask-private = privé
command-ask-private-about = Être seul à voir la réponse.
command-lookup = chercher
command-lookup-about = Trouver toutes les phrases qui contiennent certains mots, exactement comme ils sont écrits.
command-lookup-text = texte
command-lookup-text-about = Mots à trouver ; mettre entre guillemets ceux qui vont ensemble.
command-lookup-article = article
command-lookup-article-about = Ne chercher que dans cet article.
command-read = lire
command-read-about = Lire un article, phrase par phrase.
command-read-article = article
command-read-article-about = L’article à lire.
command-read-sentence = phrase
command-read-sentence-about = Le numéro de la phrase par laquelle commencer.
command-articles = articles
command-articles-about = Voir quels articles on peut interroger.
command-help = aide
command-help-about = Voir comment demander.
command-settings = paramètres
command-settings-about = Choisir ce que fait le bot sur ce serveur.
command-library = bibliothèque
command-library-about = Ajouter des documents à la bibliothèque de ce serveur et les gérer.
command-library-file = fichier
command-library-file-about = Un fichier à ajouter tout de suite ; sans lui, vous voyez la liste.
command-gaps = sans-réponse
command-gaps-about = Voir les questions restées ici sans réponse.
command-privacy = confidentialité
command-privacy-about = Voir ce que le bot lit et garde.
command-forget-me = oubliez-moi
command-forget-me-about = Faire supprimer par le bot ce qu’il garde sur vous.
command-status = état
command-status-about = Voir comment va le bot.
menu-find = Chercher dans l’article
menu-add = Ajouter à la bibliothèque
menu-choose = Voici la réponse
