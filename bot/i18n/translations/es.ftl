### Todo lo que el bot dice en español. Texto sin formato: se escapa al mostrarlo.

## Asking

how-to-ask = Mencióname junto con tu pregunta, o usa /{ command-ask }, y citaré el artículo.
how-to-ask-here = Escríbeme tu pregunta y citaré el artículo.
small-talk = ¡Hola! Pregúntame lo que quieras saber del artículo y lo citaré.
mentioned-role = Eso mencionaba mi rol, así que no pude leerlo: mencióname a mí, el usuario, o usa /{ command-ask }.
preview-topic = { $mention } y tu pregunta, o /{ command-ask }

## Verdicts

verdict-unsure = Esto puede ser la respuesta
verdict-not-found = Parece que el artículo no lo dice.
verdict-not-found-closest = Parece que el artículo no lo dice. Lo más cercano:
confidence-high = muy seguro · { $percent } %
confidence-medium = bastante seguro · { $percent } %
chosen-by-managers = Elegido por la administración de este servidor

## Card

also = También:
place = frase { $sentence } de { $sentences }
places = frases { $first } a { $last } de { $sentences }
place-page = página { $page }
place-pages = páginas { $first } a { $last }
article-dated = { $title }, { $date }
also-in = también en { $articles }
also-in-more = también en { $articles } y { $count ->
        [one] un artículo más
       *[other] { $count } artículos más
    }
passage-of = pasaje { $passage } de { $passages }
follow-up-of = Entendido junto con: { $question }
read-as = Leído como: { $words }
shared-by = Compartido por { $user }
asked-about-message = De un mensaje de { $user }

## Buttons

button-context = En contexto
button-context-close = Sin contexto
button-next = Pasaje siguiente
button-next-page = Siguiente
button-previous-page = Anterior
button-previous = Anterior
button-closest = Pasajes cercanos
button-share = Compartir
button-delete = Borrar
button-read-on = Leer en la página
button-open = Abrir el artículo
button-ask-again = Volver a preguntar
button-first = Ir al principio
button-last = Ir al final
button-jump = Ir a una frase
button-clear = Vaciar la lista
button-export = Exportar a CSV
button-confirm = Sí, hazlo
button-cancel = Cancelar
button-add = Añadir documentos
button-open-document = Abrir
button-replace = Reemplazar
button-rename = Cambiar el título
button-remove = Quitar
button-remove-all = Quitar todos
button-export-files = Exportar
button-back = Volver
button-everywhere = En todas partes
button-everybody = Todo el mundo
button-accept = Confirmar
button-aliases = Alias
button-choose-sentence = Elegir la frase
button-another-sentence = Otra frase

## Reasons why there is no answer

question-empty = Ahí no hay nada que buscar: escribe al menos una palabra.
question-too-long = { $length ->
        [one] Eso tiene un carácter
       *[other] Eso tiene { $length } caracteres
    } y puede tener { $limit }: usa menos palabras.
question-refused = Tal como está no puedo buscarlo: prueba a decirlo de otra forma.
busy = Estoy con otras preguntas: vuelve a preguntar en unos { $seconds ->
        [one] instantes
       *[other] { $seconds } segundos
    }.
too-late = Eso ha tardado demasiado: vuelve a preguntar en un momento.
warming-up = Todavía estoy arrancando: vuelve a preguntar en un minuto.
closing = Me están reiniciando: vuelve a preguntar en un minuto.
restarted = Me reiniciaron antes de que pudiera responder: vuelve a preguntar.
away = Ahora mismo no llego a mi memoria: vuelve a intentarlo en un minuto.
storage-away = Ahora mismo no llego al almacén de documentos: vuelve a intentarlo en un minuto.
went-wrong = Algo ha fallado por mi parte (referencia { $reference }).
cooldown-user = Has preguntado mucho en poco tiempo: vuelve a preguntar en { $seconds ->
        [one] un segundo
       *[other] { $seconds } segundos
    }.
cooldown-server = Aquí se ha preguntado mucho en poco tiempo: vuelve a preguntar en { $seconds ->
        [one] un segundo
       *[other] { $seconds } segundos
    }.
cooldown-presses = Vas muy rápido: continúa en { $seconds ->
        [one] un segundo
       *[other] { $seconds } segundos
    }.
cooldown-additions = Aquí se ha añadido mucho en poco tiempo: continúa en { $seconds ->
        [one] un segundo
       *[other] { $seconds } segundos
    }.
document-too-large = «{ $name }» tiene { $mebibytes } MiB y un archivo puede tener { $limit } MiB: divídelo o guárdalo más pequeño.
document-unreadable = No puedo leer el archivo. «{ $name }» { $reason }.
document-gone = Ese documento ya no está en la biblioteca: vuelve a mirar la lista.
document-changed = Otra persona ha cambiado ese documento mientras tanto: vuelve a mirarlo.
document-lost = Mi almacén ha perdido «{ $name }»: vuelve a añadir el archivo o avisa a quien me administra.
library-documents-full = { $limit ->
        [one] La biblioteca de este servidor puede tener un documento
       *[other] La biblioteca de este servidor puede tener { $limit } documentos
    } y ninguno más: quita uno primero.
library-size-full = Los archivos de la biblioteca de este servidor pueden sumar { $limit } MiB y así serían más: quita uno primero o añade uno más pequeño.
library-sentences-full = { $limit ->
        [one] La biblioteca de este servidor puede tener una frase
       *[other] La biblioteca de este servidor puede tener { $limit } frases
    } y así serían más: quita un documento primero o añade uno más corto.
channel-closed = En este canal no respondo preguntas. Prueba en:
channel-closed-everywhere = En este canal no respondo preguntas.
role-missing = Aquí solo pueden preguntarme algunos roles, y no tienes ninguno de ellos.
mentions-off = Aquí las menciones están desactivadas: usa /{ command-ask }.
cannot-read-reply = No puedo leer el mensaje al que has respondido: abre su menú → Aplicaciones → «{ menu-find }».
nothing-to-find = En ese mensaje no hay texto que buscar.
article-unknown = No hay ningún artículo «{ $name }». Míralos todos con /{ command-articles }.
sentence-unknown = { $sentences ->
        [one] Este artículo tiene una sola frase.
       *[other] Este artículo tiene { $sentences } frases: da un número del 1 al { $sentences }.
    }
could-not-answer-there = No puedo escribir en { $channel }, así que aquí está la respuesta:
settings-unknown = Ahora mismo no puedo leer los ajustes de este servidor, así que solo tú ves esto.

## Reasons why a file cannot be read

unreadable-empty = «{ $name }» está vacío: da un archivo con al menos una frase.
unreadable-nul = «{ $name }» tiene un carácter que ningún texto tiene (NUL, en { $place }): guárdalo de nuevo como texto.
unreadable-encoding = «{ $name }» está en una codificación que no conozco: guárdalo como UTF-8.
unreadable-image = «{ $name }» es una imagen: guárdalo como texto, Markdown, HTML, PDF o DOCX.
unreadable-media = «{ $name }» es una película, una grabación o una imagen: da sus palabras como texto, PDF o DOCX.
unreadable-program = «{ $name }» es un programa: da texto, Markdown, HTML, PDF o DOCX.
unreadable-database = «{ $name }» es una base de datos: guarda lo que contiene como texto, Markdown, HTML, PDF o DOCX.
unreadable-archive = «{ $name }» es un archivo comprimido: descomprímelo y da lo que contiene.
unreadable-old-office = «{ $name }» es un archivo de Office antiguo o protegido: guárdalo como DOCX o PDF.
unreadable-rich-text = «{ $name }» es un archivo RTF: guárdalo como DOCX, PDF o texto.
unreadable-spreadsheet = «{ $name }» es una hoja de cálculo: guárdalo como DOCX, PDF o texto.
unreadable-presentation = «{ $name }» es una presentación: guárdalo como PDF o texto.
unreadable-other-document = «{ $name }» es un tipo de documento o libro que no puedo leer: guárdalo como DOCX, PDF o texto.
unreadable-password = «{ $name }» está protegido con una contraseña: guárdalo sin ella.
unreadable-damaged = «{ $name }» está dañado: guárdalo de nuevo, o como texto.
unreadable-no-text = En «{ $name }» no encuentro palabras: si están en imágenes o escaneos, pásale primero un reconocimiento de texto (OCR).
unreadable-nested = «{ $name }» está anidado a demasiada profundidad: guárdalo de nuevo con otro programa.
unreadable-too-slow = Leer «{ $name }» tarda más de { $seconds ->
        [one] un segundo
       *[other] { $seconds } segundos
    }: divídelo.
unreadable-too-much-text = «{ $name }» tiene más de { $mebibytes } MiB de texto: divídelo.
unreadable-too-much-memory = «{ $name }» está dañado o necesita más de { $mebibytes } MiB de memoria: guárdalo de nuevo o divídelo.
unreadable-unpacks = «{ $name }» ocupa descomprimido más de { $mebibytes } MiB: guárdalo sin sus imágenes.
unreadable-name = «{ $name }» no puede ser el nombre de un archivo: puede tener { $limit } bytes, sin barras ni caracteres de control.
unreadable-not-now = No puedo leer «{ $name }» en este momento: inténtalo de nuevo en un minuto.

## Reasons why a link cannot be read

link-malformed = «{ $url }» no es un enlace que pueda leer: da uno como https://example.com/pagina.
link-scheme = Ese enlace empieza por { $scheme }: da uno que empiece por https:// o http://.
link-credentials = Ese enlace contiene un nombre de usuario o una contraseña: da uno que no los tenga.
link-port = Ese enlace lleva al puerto { $port }: solo leo páginas donde se publican, en los puertos 80 y 443.
link-private = { $host } no está en la internet pública: da un enlace que cualquiera pueda abrir.
link-unresolved = No encuentro { $host }: comprueba cómo está escrito el enlace.
link-unreachable = No puedo conectar con { $host }: inténtalo más tarde.
link-untrusted = { $host } no tiene un certificado válido, así que no sé de quién es la página: da otro enlace.
link-too-slow = { $host } ha tardado más de { $seconds } segundos: inténtalo más tarde o sube el archivo.
link-too-big = Ese enlace lleva a más de { $mebibytes } MiB, y es demasiado: da una página más pequeña.
link-type = Ese enlace lleva a { $type }: puedo leer páginas web, texto sin formato, Markdown, PDF, DOCX, feeds y sitemaps.
link-status = { $host } responde con el error { $status }: comprueba que el enlace se abre sin iniciar sesión.
link-redirects = Ese enlace redirige más de { $count } veces: da el enlace propio de la página.
link-downgrade = { $host } redirige de https a http, y no es seguro: da el enlace propio de la página.
link-broken = Lo que ha enviado { $host } está dañado o incompleto: inténtalo más tarde.
link-robots = { $host } pide que los programas no lean esta página: sube el archivo, si te está permitido.
link-lists-malformed = Eso no es un feed ni un sitemap que pueda leer: da un feed RSS o Atom, o un sitemap.
link-lists-nothing = Ese feed o sitemap no contiene ninguna página: da el enlace de una página.
link-lists-many = Ese enlace lleva a una lista de páginas: da el enlace de una sola página.
link-lists-known = Todas las páginas de esa lista ya están en la biblioteca.
link-known = Esa página ya está en la biblioteca: /{ command-library } puede reemplazarla por lo que dice ahora.
link-same = Esa página dice lo mismo que antes, así que nada ha cambiado.
link-pages-no-room = { $count ->
        [one] En la biblioteca cabe una de sus páginas
       *[other] En la biblioteca caben { $count } de sus páginas
    }: quita documentos y añade el enlace otra vez.
link-pages-left = { $count ->
        [one] Una página más no se ha leído.
       *[other] { $count } páginas más no se han leído.
    }
link-pages-late = { $count ->
        [one] Ha tardado tanto que una página no se ha leído
       *[other] Ha tardado tanto que { $count } páginas no se han leído
    }: añade el enlace otra vez después.

## Reasons why a button or a command does nothing

not-yours-delete = Esta respuesta solo puede borrarla quien preguntó o quien puede gestionar mensajes.
not-yours-share = Esta respuesta solo puede compartirla quien preguntó.
not-for-everybody = Esto cita un documento que aquí es solo para algunos roles, así que no lo muestro a todos.
already-shared = Esta respuesta ya se ha compartido.
article-changed = El artículo ha cambiado desde esta respuesta. Vuelve a preguntar para recibir una respuesta del texto nuevo.
answer-unknown = Ya no conozco esta respuesta: vuelve a preguntar.
press-unknown = Ya no conozco este botón o formulario: vuelve a usar el comando.
server-only = Esto solo funciona en un servidor.
needs-manage-server = Esto solo puede hacerlo quien puede gestionar el servidor.
chosen-no-answer = Eso no es una respuesta mía: elige un mensaje en el que respondo a una pregunta.
chosen-leans = Esta pregunta no se entiende sin la anterior: hazla completa y elige la respuesta a esa.
chosen-changed = El artículo ha cambiado mientras tanto: vuelve a elegir.
chosen-full = Este servidor ha elegido { $limit } respuestas y no puede tener más: quita una primero.
gap-gone = Esa pregunta ya no está en la lista: vuelve a mirarla.
owner-only = Esto solo puede hacerlo quien mantiene este bot.

## Looking up exact words

lookup-found = { $sentences ->
        [one] «{ $text }» está en una frase.
       *[other] «{ $text }» está en { $sentences } frases.
    }
lookup-nothing = «{ $text }» no está en ninguna frase. Para buscar por el sentido, usa /{ command-ask }.
lookup-page = página { $page } de { $pages }

## Reading an article

read-title = Lectura: { $title }
read-jump-title = Ir a una frase
read-jump-label = Número del 1 al { $sentences }
read-which = Hay varios artículos: elige uno. /{ command-articles } los muestra.
read-changed = «{ $title }» ha cambiado desde que lo abriste.
read-gone = Este artículo ya no está aquí. Mira todos los artículos con /{ command-articles }.

## Articles

articles-title = Artículos que puedo citar
articles-line = { $title } · { $sentences ->
        [one] una frase
       *[other] { $sentences } frases
    } · { $date }
articles-line-undated = { $title } · { $sentences ->
        [one] una frase
       *[other] { $sentences } frases
    }
articles-none = Aquí todavía no hay artículos.
articles-page = página { $page } de { $pages }

## Help

help-title = Cómo preguntarme
help-intro = Respondo con frases del artículo, palabra por palabra, y digo dónde están. Las palabras que responden van en negrita.
help-ask = /{ command-ask }: pregunta con tus propias palabras; puedes elegir un artículo, o que la respuesta la veas solo tú.
help-mention = Mencióname junto con una pregunta, en un canal, hilo o publicación, o escríbeme directamente.
help-reply = Responde a una de mis respuestas y mencióname, para seguir preguntando.
help-menu = Abre el menú de un mensaje → Aplicaciones → «{ menu-find }», para buscar lo que pregunta o afirma.
help-lookup = /{ command-lookup }: encuentra todas las frases que tienen ciertas palabras, tal como se escriben.
help-read = /{ command-read }: lee un artículo desde la frase que quieras.
help-articles = /{ command-articles }: mira qué artículos hay.
help-privacy = /{ command-privacy }: mira qué guardo y cómo borrarlo.
help-settings = /{ command-settings }: decide qué hago aquí, si puedes gestionar el servidor.
help-library = /{ command-library }: añade documentos con los que respondo aquí, cuida de ellos y di qué significan palabras de las preguntas.
help-library-links = /{ command-library }: añade documentos con los que respondo aquí, como archivos o por enlaces, cuida de ellos y di qué significan palabras de las preguntas.
help-chosen = Menú de mi respuesta → Aplicaciones → «{ menu-choose }»: elige la frase que cito primero a esa pregunta.

## Settings of a server

settings-title = Ajustes de este servidor
settings-intro = Valen desde la próxima pregunta.
settings-scope = Dónde, quién, de qué
settings-manner = Cómo respondo
settings-saved = Guardado.
settings-on = activado
settings-off = desactivado
settings-turn-on = Activar
settings-turn-off = Desactivar
settings-change = Cambiar
settings-channels = Canales
settings-channels-about = Dónde respondo preguntas.
settings-channels-all = todos los canales
settings-channels-choose = Elige canales; ninguno significa todos
settings-channels-gone = Los canales elegidos se han borrado: no respondo en ninguna parte hasta que elijas otros.
settings-roles = Roles
settings-roles-about = Quién puede preguntarme.
settings-roles-all = todo el mundo
settings-roles-choose = Elige roles; ninguno significa todo el mundo
settings-roles-gone = Los roles elegidos se han borrado: nadie puede preguntarme hasta que elijas otros.
settings-private = Respuestas privadas
settings-private-about = Las respuestas a /{ command-ask } las ve solo quien pregunta.
settings-mentions = Menciones
settings-mentions-about = Respondo a los mensajes que me mencionan.
settings-follow-ups = Preguntas de seguimiento
settings-follow-ups-about = Si alguien responde a una respuesta, tengo en cuenta la pregunta anterior.
settings-libraries = Bibliotecas
settings-libraries-about = De dónde cito; /{ command-library } muestra los documentos de este servidor.
settings-libraries-both = La biblioteca de este servidor y la común
settings-libraries-own = Solo la biblioteca de este servidor
settings-libraries-shared = Solo la biblioteca común
settings-libraries-choose = Elige qué bibliotecas responden
settings-articles = Artículos
settings-articles-about = Qué artículos de la biblioteca común cito.
settings-articles-all = todos los artículos
settings-articles-choose = Elige artículos; ninguno significa todos
settings-only-answered = Solo respuestas seguras
settings-only-answered-about = Cuando no estoy seguro, digo que el artículo no lo dice.
settings-language = Idioma
settings-language-about = Lo que hablo aquí. Las citas quedan como están.
settings-language-own = el de cada persona
settings-language-choose = Elige un idioma
settings-gaps = Preguntas sin respuesta
settings-gaps-about = Las guardo 30 días, sin nombres; /{ command-gaps } las muestra.
settings-rates = Límites
settings-rates-about = Cuánto se puede preguntar en un minuto.
settings-user-rate = Preguntas por minuto, una persona
settings-server-rate = Preguntas por minuto, todo el servidor
settings-rate-default = lo habitual
settings-rate-hint = Un número del 1 al { $most }; vacío es lo habitual
settings-rate-unknown = «{ $text }» no puede ser un límite: da un número del 1 al { $most }, o nada.

## Questions without an answer

gaps-title = Preguntas sin respuesta de los últimos 30 días
gaps-line = { $count ->
        [one] Una vez: «{ $question }»
       *[other] { $count } veces, por ejemplo: «{ $question }»
    }
gaps-empty = En los últimos 30 días ninguna pregunta ha quedado sin respuesta.
gaps-page = página { $page } de { $pages }
gaps-off = Este servidor no guarda las preguntas sin respuesta. Se puede activar con /{ command-settings }.
gaps-clear-sure = { $count ->
        [one] ¿Borrar la única pregunta guardada aquí? No se puede deshacer.
       *[other] ¿Borrar las { $count } preguntas guardadas aquí? No se puede deshacer.
    }
gaps-cleared = La lista está vacía ahora.
gaps-reason-not-found = el artículo no lo dice
gaps-reason-downvoted = votada como no útil
gaps-reason-outvoted = la mayoría votó en contra de la respuesta elegida
gaps-reason-changed = el artículo de la respuesta elegida ha cambiado
gaps-csv-group = grupo
gaps-csv-question = pregunta
gaps-csv-count = veces
gaps-csv-reason = motivo
gaps-csv-last-asked = última vez

## Library of a server

library-title = Biblioteca de este servidor
library-intro = Solo tú ves esto. Quien puede preguntar aquí puede preguntar por estos documentos con /{ command-ask }.
library-empty = Este servidor aún no tiene documentos propios. Añade archivos, como PDF, Word, Markdown o texto sin formato, y respondo preguntas con ellos.
library-sum-documents = { $count } de { $most } documentos
library-sum-sentences = { $count } de { $most } frases
library-sum-size = { $count } de { $most } MiB
library-page = página { $page } de { $pages }
library-sentences = { $count ->
        [one] una frase
       *[other] { $count } frases
    }
library-kibibytes = { $kibibytes } KiB
library-added = añadido { $when }
library-added-by = por { $user }
library-version = versión { $number }
library-checked = leído por última vez { $when }
library-tried = último intento { $when }
library-source = fuente
library-waiting = aún no se usa en respuestas: espera a ser leído
library-reading = leyendo: { $progress }
library-unreadable = no se puede leer: { $reason }
library-only-channels = solo en { $places }
library-only-roles = solo para { $places }
library-nowhere = no se cita en ninguna parte: sus canales se han borrado
library-nobody = no se cita a nadie: sus roles se han borrado
library-more = y { $count } más
library-percent = { $percent } %
library-left-seconds = { $seconds ->
        [one] queda alrededor de un segundo
       *[other] quedan unos { $seconds } segundos
    }
library-left-minutes = { $count ->
        [one] queda alrededor de un minuto
       *[other] quedan unos { $count } minutos
    }
library-answers-both = Respondo con la biblioteca de este servidor y con la común; /{ command-settings } lo cambia.
library-answers-own = Respondo solo con la biblioteca de este servidor; /{ command-settings } lo cambia.
library-answers-shared = Respondo solo con la biblioteca común, no con estos documentos; /{ command-settings } lo cambia.
library-channels = Dónde lo cito
library-channels-gone = Los canales elegidos se han borrado: no lo cito en ninguna parte hasta que elijas otros.
library-roles = Para quién lo cito
library-roles-gone = Los roles elegidos se han borrado: no lo cito a nadie hasta que elijas otros.
library-remove-sure = ¿Quitar «{ $title }» con sus versiones anteriores? No se puede deshacer.
library-clear-sure = { $count ->
        [one] ¿Quitar el único documento de este servidor?
       *[other] ¿Quitar los { $count } documentos de este servidor?
    } No se puede deshacer.
library-form-add = Añadir documentos
library-form-replace = Reemplazar el documento
library-form-files = Archivos
library-form-links = Enlaces
library-form-link = Enlace
library-form-rename = Cambiar el título del documento
library-form-title = Título
library-files-hint = PDF, Word, HTML, Markdown o texto sin formato, hasta { $limit } MiB cada uno
library-links-hint = Uno por línea, hasta { $limit }: páginas web, PDF, DOCX, texto, feeds o sitemaps
library-link-hint = La página que leo en su lugar, si no das un archivo
library-form-aliases = Alias
library-form-aliases-lines = Uno por línea
library-aliases-hint = Qué significan aquí palabras de las preguntas, como: PM = prime minister
aliases-saved = { $count ->
        [0] Ahora no hay ningún alias.
        [one] Ahora hay un alias, desde la próxima pregunta.
       *[other] Ahora hay { $count } alias, desde la próxima pregunta.
    }
aliases-not-saved = Aún no se ha cambiado nada
aliases-typed-kept = Lo que has escrito estará en el formulario cuando lo vuelvas a abrir.
aliases-line-wrong = Línea { $number }: esperaba una palabra, «=» y lo que significa, como «PM = prime minister», y pone «{ $text }».
aliases-line-long = Línea { $number }: «{ $text }» tiene { $length } caracteres y puede tener { $limit }.
aliases-line-twice = Línea { $number }: la línea { $first } ya dice qué significa «{ $text }».
aliases-too-many = Son { $count } alias, y un servidor puede tener { $limit }: quita algunos.
aliases-too-long = Todas las líneas juntas tienen { $length } caracteres y pueden tener { $limit }: acórtalas.
aliases-full = Con lo que ha añadido otra persona mientras tanto serían más de { $limit } alias: quita algunos.
library-file-gone = No consigo «{ $name }» de Discord: vuelve a subirlo.
library-no-files = Ese mensaje no tiene ningún archivo: elige uno que lo tenga.
library-nothing-given = No hay nada que añadir: da un archivo o un enlace.
library-too-many-links = { $limit ->
        [one] Hay más de un enlace
       *[other] Hay más de { $limit } enlaces
    }: da menos a la vez.
library-preview = Esto es lo que he entendido. ¿Lo añado?
library-preview-none = No se puede añadir nada
library-preview-replaces = Ocupa el lugar de «{ $title }».
library-links-reading = Estoy leyendo los enlaces.
library-draft-gone = Esta vista previa ya no está: vuelve a añadir los archivos.
library-draft-not-yours = Solo quien dio estos archivos puede confirmarlos.
library-cancelled = No se ha añadido nada.
library-added-now = Añadido: { $title }
library-soon = Responderé con ello en cuanto lo haya leído.
library-ready = Listo: pregunta con /{ command-ask }.
library-later = Esto aún tarda: /{ command-library } muestra cuánto lleva.
library-failed = No he podido leer esta biblioteca hasta el final: { $reason }
library-all-lost = Mi almacén ha perdido todos los documentos de esta biblioteca: vuelve a añadirlos.
library-some-lost = Mi almacén ha perdido documentos, vuelve a añadirlos: { $names }
library-lost = Mi almacén ha perdido: { $names }
library-too-large = Demasiado grande para enviarse: { $names }
oddity-encoding-guessed = La codificación es una suposición ({ $detail }): comprueba que todas las letras estén bien.
oddity-wrong-suffix = Su nombre dice otra cosa, pero es { $detail }.
oddity-pages-without-text = Páginas sin texto, como escaneos: { $detail }.
oddity-pages-unreadable = Páginas dañadas, omitidas: { $detail }.
oddity-tables-left-out = Tablas dentro de tablas, omitidas: { $detail }.
oddity-main-text-not-found = No he podido distinguir el texto principal del resto, así que también hay menús y notas.
oddity-images-left-out = Imágenes, omitidas: { $detail }.
oddity-other-language = Está en este idioma: { $detail }. Yo leo inglés, así que las preguntas encontrarán poco en él.
format-plain-text = texto sin formato

## Chosen answers

chosen-which = ¿Qué frase responde a esto? La cito primero cuando aquí se pregunta lo mismo, y digo que la eligió la administración de este servidor.
chosen-so-far = Hasta ahora cito primero:
chosen-out-of-reach = Lo que se eligió antes no se cita: su artículo ha cambiado o no puede leerse aquí.
chosen-now = A partir de ahora cito esto primero cuando aquí se pregunta lo mismo, y digo que lo eligió la administración de este servidor:
chosen-removed = Quitada. Vuelvo a buscar yo la respuesta a esta pregunta.
chosen-none = No encuentro ninguna frase que pueda responder: nombra una por sus palabras.
chosen-found = Estas tienen «{ $text }»:
chosen-closest = Ninguna frase tiene «{ $text }». Lo que más se acerca:
chosen-form-words = Palabras de la frase
chosen-form-hint = Algunas palabras, tal como están; pon una expresión entre comillas

## Privacy

privacy-title = Qué leo y qué guardo
privacy-read = Solo leo un mensaje si me menciona, si se me escribe directamente o si se me pasa por su menú.
privacy-answers = De una respuesta guardo cuándo, dónde y en qué idioma se dio, qué pasajes muestra, lo seguro que estaba, quién preguntó y qué mensajes son la pregunta y la respuesta. No guardo el texto de la pregunta. A los { $days } días lo borro todo.
privacy-gaps-on = Una excepción: este servidor guarda el texto de las preguntas sin una buena respuesta, durante 30 días y sin nombres.
privacy-gaps-off = Aquí no se guarda el texto de las preguntas sin respuesta.
privacy-unanswered = Mientras respondo, 15 minutos como mucho, guardo adónde va la respuesta; lo que Discord pide para ello está cifrado.
privacy-votes = Guardo tus votos sobre las respuestas, uno por respuesta, y los ajustes y alias de los servidores.
privacy-documents = De un documento que la administración añade a este servidor guardo el archivo, lo que he leído en él, quién lo añadió y cuándo, y algunas versiones anteriores. Cuando me quitan de un servidor, borro sus documentos a los { $days } días.
privacy-links = Una página que la administración añade por su enlace la pido desde la máquina en la que funciono, y de nuevo más o menos cada día; la guardo como documento. Su servidor conoce la dirección de esa máquina, y nada sobre nadie de aquí.
privacy-chosen = Cuando la administración elige una frase como respuesta a una pregunta, guardo el texto de la pregunta, dónde está la frase, y quién la eligió y cuándo: hasta que la quita, la mayoría vota en contra, su artículo cambia o me quitan del servidor.
privacy-machine = Las preguntas se responden en la máquina en la que funciono y no se envían a ningún otro servicio.
privacy-remove = Borra una respuesta y la olvido. /{ command-forget-me } borra tus votos y te quita de todas las respuestas y documentos.

## Forgetting a person

forget-me-sure = ¿Borrar tus votos y quitarte de todas las respuestas y documentos que conozco? No se puede deshacer.
forget-me-after = Después ya no podrás borrar tú esas respuestas: en los servidores, solo podrá quien pueda gestionar los mensajes.
forgotten = Hecho. { $votes ->
        [0] No tenías votos.
        [one] Se ha borrado un voto.
       *[other] Se han borrado { $votes } votos.
    } { $answers ->
        [0] Ninguna respuesta te nombraba.
        [one] Una respuesta ya no te nombra.
       *[other] { $answers } respuestas ya no te nombran.
    }
forgotten-documents = { $documents ->
        [one] Un documento ya no te nombra.
       *[other] { $documents } documentos ya no te nombran.
    }
forgotten-chosen = { $count ->
        [one] Una respuesta elegida ya no te nombra.
       *[other] { $count } respuestas elegidas ya no te nombran.
    }

## Status

status-title = Estado
status-version = Versión
status-running-since = En marcha desde
status-servers = Servidores
status-articles = Artículos
status-sentences = Frases
status-index = Índice
status-model = Modelo de búsqueda
status-reader = Modelo de lectura
status-queue = Preguntas en espera
status-answered = Preguntas respondidas
status-verdicts = { $answered } halladas, { $unsure } dudosas, { $missing } no halladas
status-time = Tiempo por respuesta
status-latency = Tiempo hasta Discord
status-memory = Memoria en uso
status-database = Base de datos
status-storage = Almacén de documentos
status-storage-foreign = es de otra base de datos ({ $found }; se esperaba { $expected }), así que no se borra nada de él: el registro dice qué hacer
status-storage-unknown = no lleva identificador y contiene lo que esta base de datos ({ $expected }) no nombra, así que no se borra nada de él: el registro dice qué hacer
status-ready = listo
status-loading = cargando
status-away = sin conexión
status-off = desactivado
status-failures = Últimos errores
status-milliseconds = { $milliseconds } ms
status-mebibytes = { $mebibytes } MiB

## Commands: names, what they are for, and the same of their options

command-ask = preguntar
command-ask-about = Hazle una pregunta al artículo: la respuesta es una cita.
command-ask-question = pregunta
command-ask-question-about = Tu pregunta, con tus propias palabras.
command-ask-article = artículo
command-ask-article-about = Pregunta solo a este artículo.
command-ask-private = privado
command-ask-private-about = Muéstrate la respuesta solo a ti.
command-lookup = buscar
command-lookup-about = Encuentra todas las frases que tienen ciertas palabras, tal como se escriben.
command-lookup-text = texto
command-lookup-text-about = Palabras que buscar; pon entre comillas las que van juntas.
command-lookup-article = artículo
command-lookup-article-about = Busca solo en este artículo.
command-read = leer
command-read-about = Lee un artículo, frase por frase.
command-read-article = artículo
command-read-article-about = El artículo que quieres leer.
command-read-sentence = frase
command-read-sentence-about = El número de la frase por la que empezar.
command-articles = artículos
command-articles-about = Mira a qué artículos se puede preguntar.
command-help = ayuda
command-help-about = Mira cómo se pregunta.
command-settings = ajustes
command-settings-about = Decide qué hace el bot en este servidor.
command-library = biblioteca
command-library-about = Añade documentos a la biblioteca de este servidor y cuida de ellos.
command-library-file = archivo
command-library-file-about = Un archivo para añadir ya; sin él ves la lista.
command-gaps = sin-respuesta
command-gaps-about = Mira las preguntas que aquí no tuvieron respuesta.
command-privacy = privacidad
command-privacy-about = Mira qué lee y qué guarda el bot.
command-forget-me = olvídame
command-forget-me-about = Haz que el bot borre lo que guarda sobre ti.
command-status = estado
command-status-about = Mira cómo está el bot.
menu-find = Buscar en el artículo
menu-add = Añadir a la biblioteca
menu-choose = Esta es la respuesta
