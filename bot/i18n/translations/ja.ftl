### ボットが日本語で言うことのすべて。書式のない文で、表示するときにエスケープされる。

## Asking

how-to-ask = 質問と一緒に私をメンションするか、/{ command-ask } を使ってください。記事から引用して答えます。
how-to-ask-here = ここに質問を書いてください。記事から引用して答えます。
small-talk = こんにちは！記事について知りたいことを質問してください。記事から引用して答えます。
mentioned-role = ロールへのメンションだったため、内容を読めませんでした。ロールではなく私をメンションするか、/{ command-ask } を使ってください。
preview-topic = { $mention } と質問、または /{ command-ask }

## Verdicts

verdict-unsure = これが答えかもしれません
verdict-not-found = 記事には書かれていないようです。
verdict-not-found-closest = 記事には書かれていないようです。最も近い箇所:
confidence-high = かなり確か · { $percent }%
confidence-medium = ある程度確か · { $percent }%
chosen-by-managers = このサーバーの管理者が選びました

## Card

also = ほかに：
place = 全{ $sentences }文中 { $sentence }文目
places = 全{ $sentences }文中 { $first }〜{ $last }文目
place-page = { $page }ページ
place-pages = { $first }〜{ $last }ページ
article-dated = { $title }、{ $date }
also-in = { $articles } にも同じ文があります
also-in-more = { $articles } と、ほか{ $count }件の記事にも同じ文があります
passage-of = 全{ $passages }か所中 { $passage }か所目
follow-up-of = 次の質問と合わせて理解しました：{ $question }
read-as = 次の言葉として読みました：{ $words }
shared-by = { $user } さんが共有しました
asked-about-message = { $user } さんのメッセージから

## Buttons

button-context = 前後も表示
button-context-close = 前後を隠す
button-next = 次の箇所
button-next-page = 次へ
button-previous-page = 前へ
button-previous = 前の箇所
button-closest = 最も近い箇所
button-share = 共有
button-delete = 削除
button-read-on = ページで読む
button-open = 記事を開く
button-ask-again = もう一度質問する
button-first = 最初へ
button-last = 最後へ
button-jump = 文を指定
button-clear = 一覧を空にする
button-export = CSVで書き出す
button-confirm = はい、実行する
button-cancel = キャンセル
button-add = 文書を追加
button-open-document = 開く
button-replace = 差し替える
button-rename = 名前を変える
button-remove = 削除する
button-remove-all = すべて削除する
button-export-files = 書き出す
button-back = 戻る
button-everywhere = すべての場所
button-everybody = 全員
button-accept = 確定する
button-aliases = 別名
button-choose-sentence = 文を選ぶ
button-another-sentence = ほかの文

## Reasons why there is no answer

question-empty = 探せる言葉がありません。1語以上書いてください。
question-too-long = { $length }文字あります。{ $limit }文字以内に短くしてください。
question-refused = このままでは探せません。別の言い方をしてください。
busy = ほかの質問に答えているところです。約{ $seconds }秒後にもう一度質問してください。
too-late = 時間がかかりすぎました。少し待ってからもう一度質問してください。
warming-up = まだ準備中です。1分ほど待ってからもう一度質問してください。
closing = 再起動中です。1分ほど待ってからもう一度質問してください。
restarted = 答える前に再起動されました。もう一度質問してください。
away = 今は記録を読み書きできません。1分ほど待ってからもう一度お試しください。
storage-away = 今は文書の保管場所に接続できません。1分ほど待ってからもう一度お試しください。
went-wrong = こちら側で問題が起きました（参照番号 { $reference }）。
cooldown-user = 短い時間に質問が続いています。{ $seconds }秒後にもう一度質問してください。
cooldown-server = ここでは短い時間に質問が続いています。{ $seconds }秒後にもう一度質問してください。
cooldown-presses = 操作が続いています。{ $seconds }秒後に続けてください。
cooldown-additions = ここでは短い時間に追加が続いています。{ $seconds }秒後に続けてください。
document-too-large = 「{ $name }」は{ $mebibytes } MiBあります。1つのファイルは{ $limit } MiBまでです。分割するか、小さくして保存してください。
document-unreadable = このファイルは読めません。「{ $name }」: { $reason }
document-gone = その文書はもうライブラリにありません。一覧をもう一度確認してください。
document-changed = その文書はその間にほかの人が変更しました。もう一度確認してください。
document-lost = 「{ $name }」が保管場所から失われています。ファイルをもう一度追加するか、運営者に知らせてください。
library-documents-full = このサーバーのライブラリに置ける文書は{ $limit }件までです。先に1件を削除してください。
library-size-full = このサーバーのライブラリのファイルは合わせて{ $limit } MiBまでで、これを加えると超えます。先に1件を削除するか、小さいものを追加してください。
library-sentences-full = このサーバーのライブラリは合わせて{ $limit }文までで、これを加えると超えます。先に文書を削除するか、短いものを追加してください。
channel-closed = このチャンネルでは質問に答えていません。こちらをお試しください：
channel-closed-everywhere = このチャンネルでは質問に答えていません。
role-missing = ここで質問できるのは、特定のロールを持つ人だけです。
mentions-off = ここではメンションが無効になっています。/{ command-ask } を使ってください。
cannot-read-reply = 返信先のメッセージを読めません。そのメッセージのメニュー → アプリ → 「{ menu-find }」を選んでください。
nothing-to-find = このメッセージには探せる文がありません。
article-unknown = 「{ $name }」という記事はありません。/{ command-articles } ですべての記事を確認できます。
sentence-unknown = { $sentences ->
        [1] この記事には文が1つしかありません。
       *[other] この記事には文が{ $sentences }個あります。1から{ $sentences }までの数を指定してください。
    }
could-not-answer-there = { $channel } には書き込めないため、ここで答えます：
settings-unknown = 今はこのサーバーの設定を読めないため、これはあなただけに表示されています。

## Reasons why a file cannot be read

unreadable-empty = 「{ $name }」は空です。少なくとも1文のあるファイルを渡してください。
unreadable-nul = 「{ $name }」には、テキストにはない文字（NUL、{ $place }の位置）があります。テキストとして保存し直してください。
unreadable-encoding = 「{ $name }」の文字コードがわかりません。UTF-8で保存してください。
unreadable-image = 「{ $name }」は画像です。テキスト、Markdown、HTML、PDF、DOCXのどれかで保存してください。
unreadable-media = 「{ $name }」は動画、録音、または画像です。言葉をテキスト、PDF、DOCXで渡してください。
unreadable-program = 「{ $name }」はプログラムです。テキスト、Markdown、HTML、PDF、DOCXを渡してください。
unreadable-database = 「{ $name }」はデータベースです。中身をテキスト、Markdown、HTML、PDF、DOCXのどれかで保存してください。
unreadable-archive = 「{ $name }」は圧縮ファイルです。展開して、中身を渡してください。
unreadable-old-office = 「{ $name }」は古い形式か、保護されたOfficeファイルです。DOCXかPDFで保存してください。
unreadable-rich-text = 「{ $name }」はRTFファイルです。DOCX、PDF、テキストのどれかで保存してください。
unreadable-spreadsheet = 「{ $name }」は表計算のファイルです。DOCX、PDF、テキストのどれかで保存してください。
unreadable-presentation = 「{ $name }」はプレゼンテーションです。PDFかテキストで保存してください。
unreadable-other-document = 「{ $name }」は読めない種類の文書か本です。DOCX、PDF、テキストのどれかで保存してください。
unreadable-password = 「{ $name }」はパスワードで保護されています。パスワードなしで保存してください。
unreadable-damaged = 「{ $name }」は壊れています。保存し直すか、テキストで保存してください。
unreadable-no-text = 「{ $name }」に文字が見つかりません。画像やスキャンの中にあるなら、先に文字認識（OCR）をしてください。
unreadable-nested = 「{ $name }」は入れ子が深すぎます。ほかのプログラムで保存し直してください。
unreadable-too-slow = 「{ $name }」を読むのに{ $seconds }秒以上かかります。分けてください。
unreadable-too-much-text = 「{ $name }」には{ $mebibytes } MiBを超えるテキストがあります。分けてください。
unreadable-too-much-memory = 「{ $name }」は壊れているか、読むのに{ $mebibytes } MiBを超えるメモリが要ります。保存し直すか、分けてください。
unreadable-unpacks = 「{ $name }」は展開すると{ $mebibytes } MiBを超えます。画像を除いて保存してください。
unreadable-name = 「{ $name }」はファイル名に使えません。{ $limit }バイトまでで、スラッシュと制御文字は使えません。
unreadable-not-now = 「{ $name }」を今は読めません。1分ほどしてからもう一度試してください。

## Reasons why a link cannot be read

link-malformed = 「{ $url }」は読めるリンクではありません。https://example.com/page のようなリンクを指定してください。
link-scheme = このリンクは { $scheme } で始まっています。https:// または http:// で始まるリンクを指定してください。
link-credentials = このリンクにはユーザー名かパスワードが含まれています。それらのないリンクを指定してください。
link-port = このリンクはポート { $port } を指しています。ページを読むのは、公開用のポート 80 と 443 だけです。
link-private = { $host } は公開されたインターネット上にありません。だれでも開けるリンクを指定してください。
link-unresolved = { $host } が見つかりません。リンクのつづりを確認してください。
link-unreachable = { $host } に接続できません。あとでもう一度試してください。
link-untrusted = { $host } には有効な証明書がなく、だれのページか確認できません。別のリンクを指定してください。
link-too-slow = { $host } の応答に{ $seconds }秒を超える時間がかかりました。あとでもう一度試すか、ファイルをアップロードしてください。
link-too-big = このリンクの先は { $mebibytes } MiB を超えていて、大きすぎます。もっと小さいページを指定してください。
link-type = このリンクの先は { $type } です。読めるのは、ウェブページ、プレーンテキスト、Markdown、PDF、DOCX、フィード、サイトマップです。
link-status = { $host } がエラー { $status } を返しました。ログインなしで開けるリンクか確認してください。
link-redirects = このリンクは{ $count }回を超えて転送されます。ページそのもののリンクを指定してください。
link-downgrade = { $host } が https から http へ転送しました。安全ではないため、ページそのもののリンクを指定してください。
link-broken = { $host } から届いたデータは、壊れているか不完全です。あとでもう一度試してください。
link-robots = { $host } は、プログラムがこのページを読まないよう求めています。許されているなら、代わりにファイルをアップロードしてください。
link-lists-malformed = 読めるフィードやサイトマップではありません。RSS か Atom のフィード、またはサイトマップを指定してください。
link-lists-nothing = このフィードまたはサイトマップにはページがありません。ページのリンクを指定してください。
link-lists-many = このリンクの先はページの一覧です。1つのページのリンクを指定してください。
link-lists-known = その一覧のページは、すべてライブラリにあります。
link-known = このページはすでにライブラリにあります。今の内容への差し替えは /{ command-library } でできます。
link-same = このページの内容は前と同じで、何も変わっていません。
link-pages-no-room = ライブラリに置けるのは、このうち{ $count }ページです。文書を削除してから、リンクをもう一度追加してください。
link-pages-left = 残りの{ $count }ページは読みませんでした。
link-pages-late = 時間がかかりすぎたため、{ $count }ページは読みませんでした。あとでリンクをもう一度追加してください。

## Reasons why a button or a command does nothing

not-yours-delete = この答えを削除できるのは、質問した人か、メッセージを管理できる人だけです。
not-yours-share = この答えを共有できるのは、質問した人だけです。
not-for-everybody = これはこのサーバーで一部のロールだけに公開されている文書からの引用なので、全員には表示しません。
already-shared = この答えはすでに共有されています。
article-changed = この答えのあとで記事が変わりました。もう一度質問すると、新しい本文から答えます。
answer-unknown = この答えの記録はもうありません。もう一度質問してください。
press-unknown = このボタンや入力欄はもう使えません。コマンドをもう一度実行してください。
server-only = これはサーバーでのみ使えます。
needs-manage-server = これができるのは、サーバーを管理できる人だけです。
chosen-no-answer = それは私の答えではありません。質問に答えているメッセージを選んでください。
chosen-leans = この質問は前の質問がないと分かりません。省略せずに質問して、その答えを選んでください。
chosen-changed = その間に記事が変わりました。もう一度選んでください。
chosen-full = このサーバーで選べる答えは{ $limit }件までです。先に一つ削除してください。
gap-gone = その質問はもう一覧にありません。一覧をもう一度確認してください。
owner-only = これができるのは、このボットの運営者だけです。

## Looking up exact words

lookup-found = 「{ $text }」を含む文が{ $sentences }個あります。
lookup-nothing = 「{ $text }」を含む文はありません。意味で探すには /{ command-ask } を使ってください。
lookup-page = { $pages }ページ中 { $page }ページ目

## Reading an article

read-title = 読んでいる記事：{ $title }
read-jump-title = 文を指定する
read-jump-label = 1から{ $sentences }までの番号
read-which = 記事がいくつかあります。一つ選んでください。/{ command-articles } で一覧を確認できます。
read-changed = 「{ $title }」は、開いたあとで内容が変わりました。
read-gone = この記事はもうありません。/{ command-articles } ですべての記事を確認できます。

## Articles

articles-title = 引用できる記事
articles-line = { $title } · { $sentences }文 · { $date }
articles-line-undated = { $title } · { $sentences }文
articles-none = ここにはまだ記事がありません。
articles-page = { $pages }ページ中 { $page }ページ目

## Help

help-title = 質問のしかた
help-intro = 記事の文をそのまま引用して答え、どこにあるかを示します。答えにあたる言葉は太字です。
help-ask = /{ command-ask }：自分の言葉で質問します。記事を選んだり、答えを自分だけに表示したりもできます。
help-mention = チャンネル、スレッド、投稿で質問と一緒に私をメンションするか、私に直接メッセージを送ってください。
help-reply = 続けて質問するには、私の答えに返信し、私をメンションしてください。
help-menu = メッセージのメニュー → アプリ → 「{ menu-find }」を開くと、その質問や主張にあたる箇所を探します。
help-lookup = /{ command-lookup }：ある言葉をそのまま含む文をすべて探します。
help-read = /{ command-read }：記事を好きな文から読みます。
help-articles = /{ command-articles }：どんな記事があるかを表示します。
help-privacy = /{ command-privacy }：私が何を保存し、どうすれば消せるかを表示します。
help-settings = /{ command-settings }：サーバーを管理できる人が、ここでの私の動作を選びます。
help-library = /{ command-library }：ここでの答えに使う文書を追加、管理し、質問の言葉の意味を決めます。
help-library-links = /{ command-library }：ここでの答えに使う文書をファイルまたはリンクで追加、管理し、質問の言葉の意味を決めます。
help-chosen = 私の答えのメニュー → アプリ → 「{ menu-choose }」：その質問に最初に引用する文を選びます。

## Settings of a server

settings-title = このサーバーの設定
settings-intro = 次の質問から有効になります。
settings-scope = 場所・人・引用元
settings-manner = 答え方
settings-saved = 保存しました。
settings-on = オン
settings-off = オフ
settings-turn-on = オンにする
settings-turn-off = オフにする
settings-change = 変更
settings-channels = チャンネル
settings-channels-about = 質問に答える場所です。
settings-channels-all = すべてのチャンネル
settings-channels-choose = チャンネルを選択（なしはすべて）
settings-channels-gone = 選んだチャンネルは削除されました。選び直すまで、どこでも答えません。
settings-roles = ロール
settings-roles-about = 質問できる人です。
settings-roles-all = 全員
settings-roles-choose = ロールを選択（なしは全員）
settings-roles-gone = 選んだロールは削除されました。選び直すまで、誰も質問できません。
settings-private = 自分だけに見える答え
settings-private-about = /{ command-ask } の答えを、質問した人だけに表示します。
settings-mentions = メンション
settings-mentions-about = 私をメンションしたメッセージに答えます。
settings-follow-ups = 続けての質問
settings-follow-ups-about = 答えへの返信を、その前の質問と合わせて理解します。
settings-libraries = ライブラリ
settings-libraries-about = 引用元です。このサーバーの文書は /{ command-library } で見られます。
settings-libraries-both = このサーバーのライブラリと共有ライブラリ
settings-libraries-own = このサーバーのライブラリだけ
settings-libraries-shared = 共有ライブラリだけ
settings-libraries-choose = 答えに使うライブラリを選択
settings-articles = 記事
settings-articles-about = 共有ライブラリのうち、引用する記事です。
settings-articles-all = すべての記事
settings-articles-choose = 記事を選択（なしはすべて）
settings-only-answered = 確かな答えだけ
settings-only-answered-about = 確かでないときは、記事には書かれていないと答えます。
settings-language = 言語
settings-language-about = ここで話す言語です。引用はそのまま表示します。
settings-language-own = 各自の言語
settings-language-choose = 言語を選択
settings-gaps = 答えのない質問
settings-gaps-about = 名前なしで30日間保存します。/{ command-gaps } で確認できます。
settings-rates = 上限
settings-rates-about = 1分間に質問できる数です。
settings-user-rate = 1分間の質問数（1人）
settings-server-rate = 1分間の質問数（サーバー全体）
settings-rate-default = 標準
settings-rate-hint = 1から{ $most }までの数（空欄は標準）
settings-rate-unknown = 「{ $text }」は上限にできません。1から{ $most }までの数を入力するか、空欄にしてください。

## Questions without an answer

gaps-title = 過去30日間の答えのない質問
gaps-line = { $count ->
        [1] 1回：「{ $question }」
       *[other] { $count }回、例：「{ $question }」
    }
gaps-empty = 過去30日間に、答えのない質問はありません。
gaps-page = { $pages }ページ中 { $page }ページ目
gaps-off = このサーバーは答えのない質問を保存していません。/{ command-settings } で有効にできます。
gaps-clear-sure = 保存されている質問{ $count }件を削除しますか？元には戻せません。
gaps-cleared = 一覧を空にしました。
gaps-reason-not-found = 記事に書かれていない
gaps-reason-downvoted = 役に立たなかったと評価された
gaps-reason-outvoted = 選ばれた答えへの反対票が多かった
gaps-reason-changed = 選ばれた答えの記事が変わった
gaps-csv-group = グループ
gaps-csv-question = 質問
gaps-csv-count = 回数
gaps-csv-reason = 理由
gaps-csv-last-asked = 最後の質問日時

## Library of a server

library-title = このサーバーのライブラリ
library-intro = これはあなただけに見えます。ここで質問できる人は、/{ command-ask } でこれらの文書について質問できます。
library-empty = このサーバーにはまだ独自の文書がありません。PDF、Word、Markdown、テキストなどのファイルを追加すると、その内容から質問に答えます。
library-sum-documents = 文書 { $most }件中 { $count }件
library-sum-sentences = { $most }文中 { $count }文
library-sum-size = { $most } MiB中 { $count } MiB
library-page = { $pages }ページ中 { $page }ページ目
library-sentences = { $count }文
library-kibibytes = { $kibibytes }KiB
library-added = 追加：{ $when }
library-added-by = 追加した人：{ $user }
library-version = 第{ $number }版
library-checked = 最後に読んだ時：{ $when }
library-tried = 最後に試した時：{ $when }
library-source = 出典
library-waiting = まだ答えに使われません。読み込みを待っています
library-reading = 読み込み中：{ $progress }
library-unreadable = 読めません：{ $reason }
library-only-channels = { $places } だけ
library-only-roles = { $places } の人だけ
library-nowhere = チャンネルが削除されたため、どこでも引用されません
library-nobody = ロールが削除されたため、誰にも引用されません
library-more = ほか{ $count }件
library-percent = { $percent }%
library-left-seconds = 残り約{ $seconds }秒
library-left-minutes = 残り約{ $count }分
library-answers-both = このサーバーのライブラリと共有ライブラリから答えます。/{ command-settings } で変えられます。
library-answers-own = このサーバーのライブラリだけから答えます。/{ command-settings } で変えられます。
library-answers-shared = 共有ライブラリだけから答え、これらの文書からは答えません。/{ command-settings } で変えられます。
library-channels = 引用する場所
library-channels-gone = 選んだチャンネルは削除されました。選び直すまで、どこでも引用しません。
library-roles = 引用を見せる人
library-roles-gone = 選んだロールは削除されました。選び直すまで、誰にも引用しません。
library-remove-sure = 「{ $title }」を以前の版とともに削除しますか？元には戻せません。
library-clear-sure = このサーバーの文書{ $count }件をすべて削除しますか？元には戻せません。
library-form-add = 文書を追加
library-form-replace = 文書を差し替える
library-form-files = ファイル
library-form-links = リンク（複数可）
library-form-link = リンク
library-form-rename = 文書の名前を変える
library-form-title = タイトル
library-files-hint = PDF、Word、HTML、Markdown、テキスト。1つ{ $limit } MiBまで
library-links-hint = 1行に1つ、{ $limit }個まで。ウェブページ、PDF、DOCX、テキスト、フィード、サイトマップ
library-link-hint = ファイルがなければ、代わりにこのページを読みます
library-form-aliases = 別名
library-form-aliases-lines = 1行に1つ
library-aliases-hint = 質問の言葉がここで何を意味するか。例：PM = prime minister
aliases-saved = { $count ->
        [0] 別名はなくなりました。
       *[other] 別名は{ $count }件になりました。次の質問から使います。
    }
aliases-not-saved = まだ何も変更していません
aliases-typed-kept = 入力した内容は、フォームをもう一度開くと残っています。
aliases-line-wrong = { $number }行目：「PM = prime minister」のように、言葉、「=」、意味の順に書いてください。今は「{ $text }」です。
aliases-line-long = { $number }行目：「{ $text }」は{ $length }文字です。{ $limit }文字までにしてください。
aliases-line-twice = { $number }行目：「{ $text }」の意味は{ $first }行目にもうあります。
aliases-too-many = 別名が{ $count }件あります。サーバーごとに{ $limit }件までです。減らしてください。
aliases-too-long = 全部の行で{ $length }文字あります。{ $limit }文字までに短くしてください。
aliases-full = ほかの人が追加したものと合わせると、別名が{ $limit }件を超えます。減らしてください。
library-file-gone = Discordから「{ $name }」を取得できません。もう一度アップロードしてください。
library-no-files = そのメッセージにファイルはありません。ファイルのあるメッセージを選んでください。
library-nothing-given = 追加するものがありません。ファイルかリンクを指定してください。
library-too-many-links = リンクは一度に{ $limit }個までです。減らしてください。
library-preview = 読み取った内容です。追加しますか？
library-preview-none = 追加できるものがありません
library-preview-replaces = 「{ $title }」と差し替えます。
library-links-reading = リンクを読んでいます。
library-draft-gone = このプレビューはもうありません。ファイルをもう一度追加してください。
library-draft-not-yours = これらのファイルを確定できるのは、渡した人だけです。
library-cancelled = 何も追加しませんでした。
library-added-now = 追加しました：{ $title }
library-soon = 読み終わり次第、答えに使います。
library-ready = 準備ができました。/{ command-ask } で質問できます。
library-later = もうしばらくかかります。進み具合は /{ command-library } で確認できます。
library-failed = このライブラリを最後まで読めませんでした：{ $reason }
library-all-lost = このライブラリの文書がすべて保管場所から失われています。もう一度追加してください。
library-some-lost = 保管場所から失われた文書があります。もう一度追加してください：{ $names }
library-lost = 保管場所から失われた文書：{ $names }
library-too-large = 大きすぎて送れない文書：{ $names }
oddity-encoding-guessed = 文字コードは推定です（{ $detail }）。文字が正しいか確認してください。
oddity-wrong-suffix = 名前とは違い、内容は { $detail } です。
oddity-pages-without-text = スキャンなど、文字のないページ：{ $detail }
oddity-pages-unreadable = 壊れているため省いたページ：{ $detail }
oddity-tables-left-out = 省いた入れ子の表の数：{ $detail }
oddity-main-text-not-found = 本文を見分けられなかったため、メニューや注記も含まれています。
oddity-images-left-out = 省いた画像の数：{ $detail }
oddity-other-language = 言語は { $detail } です。私が読めるのは英語なので、質問してもあまり見つかりません。
format-plain-text = テキスト

## Chosen answers

chosen-which = どの文が答えですか。ここで同じことを聞かれたら最初に引用し、このサーバーの管理者が選んだことを示します。
chosen-so-far = いま最初に引用している文：
chosen-out-of-reach = 前に選ばれた文は引用されません。記事が変わったか、ここでは読めません。
chosen-now = これからは、ここで同じことを聞かれたら最初にこの文を引用し、このサーバーの管理者が選んだことを示します：
chosen-removed = 取り消しました。この質問の答えは、また自分で探します。
chosen-none = 答えになりそうな文が見つかりません。文中の言葉で指定してください。
chosen-found = 「{ $text }」を含む文：
chosen-closest = 「{ $text }」を含む文はありません。最も近い文：
chosen-form-words = 文中の言葉
chosen-form-hint = 書かれているとおりの言葉をいくつか。語句は引用符で囲んでください

## Privacy

privacy-title = 私が読むもの、保存するもの
privacy-read = メッセージを読むのは、私をメンションしたとき、私に直接送られたとき、メニューから渡されたときだけです。
privacy-answers = 答えについて、日時、場所、言語、表示した箇所、確かさ、質問した人、質問と答えのメッセージのIDを保存します。質問の文は保存しません。{ $days }日後にすべて削除します。
privacy-gaps-on = ただし、このサーバーは、よい答えのなかった質問の文を名前なしで30日間保存しています。
privacy-gaps-off = ここでは、答えのない質問の文は保存されません。
privacy-unanswered = 答えている間だけ（長くて15分）、答えの送り先を保存します。そのためにDiscordが求める情報は暗号化します。
privacy-votes = 答えへの評価（答えごとに1人1つ）と、サーバーの設定と別名を保存します。
privacy-documents = 管理者がこのサーバーに追加した文書について、ファイル、そこから読み取った内容、追加した人と日時、以前の版のいくつかを保存します。サーバーから外されると、その文書は{ $days }日後に削除します。
privacy-links = 管理者がリンクで追加したページは、私が動いているコンピューターから取得し、約1日に1回読み直して、文書として保存します。相手のサーバーに伝わるのはそのコンピューターのアドレスで、ここにいる人のことは何も伝わりません。
privacy-chosen = 管理者がある質問の答えとして文を選ぶと、質問の文、選ばれた文の場所、選んだ人と日時を保存します。管理者が取り消すか、反対票が多くなるか、記事が変わるか、サーバーから外されるまでです。
privacy-machine = 質問には、私が動いているコンピューターの中で答えます。ほかのサービスには送りません。
privacy-remove = 答えを削除すると、その記録も消えます。/{ command-forget-me } を使うと、あなたの評価が削除され、すべての答えと文書の記録からあなたが取り除かれます。

## Forgetting a person

forget-me-sure = あなたの評価を削除し、すべての答えと文書の記録からあなたを取り除きますか？元には戻せません。
forget-me-after = その後は、それらの答えを自分で削除できなくなります。サーバーで削除できるのは、メッセージを管理できる人だけです。
forgotten = 完了しました。{ $votes ->
        [0] 評価はありませんでした。
       *[other] 評価を{ $votes }件削除しました。
    }{ $answers ->
        [0] あなたの名前がある答えはありませんでした。
       *[other] 答え{ $answers }件の記録からあなたを取り除きました。
    }
forgotten-documents = { $documents ->
       *[other] 文書{ $documents }件の記録からあなたを取り除きました。
    }
forgotten-chosen = { $count ->
       *[other] 選ばれた答え{ $count }件の記録からあなたを取り除きました。
    }

## Status

status-title = 状態
status-version = バージョン
status-running-since = 起動日時
status-servers = サーバー
status-articles = 記事
status-sentences = 文
status-index = 索引
status-model = 検索モデル
status-reader = 読解モデル
status-queue = 待っている質問
status-answered = 答えた質問
status-verdicts = 見つかった { $answered }件、不確か { $unsure }件、見つからない { $missing }件
status-time = 答えるまでの時間
status-latency = Discordまでの時間
status-memory = 使用中のメモリ
status-database = データベース
status-storage = 文書の保管場所
status-storage-foreign = 別のデータベースのものです（{ $found }、本来は { $expected }）。そのため何も削除しません。対処はログにあります
status-storage-unknown = 識別子がなく、このデータベース（{ $expected }）の知らないものが入っています。そのため何も削除しません。対処はログにあります
status-ready = 準備完了
status-loading = 読み込み中
status-away = 接続できません
status-off = オフ
status-failures = 最近のエラー
status-milliseconds = { $milliseconds } ミリ秒
status-mebibytes = { $mebibytes } MiB

## Commands: names, what they are for, and the same of their options

command-ask = 質問
command-ask-about = 記事に質問します。答えは引用です。
command-ask-question = 質問
command-ask-question-about = 自分の言葉で書いた質問。
command-ask-article = 記事
command-ask-article-about = この記事だけに質問します。
command-ask-private = 非公開
command-ask-private-about = 答えを自分だけに表示します。
command-lookup = 検索
command-lookup-about = ある言葉をそのまま含む文をすべて探します。
command-lookup-text = 語句
command-lookup-text-about = 探す言葉。ひと続きの語句は引用符で囲みます。
command-lookup-article = 記事
command-lookup-article-about = この記事の中だけを探します。
command-read = 読む
command-read-about = 記事を一文ずつ読みます。
command-read-article = 記事
command-read-article-about = 読む記事。
command-read-sentence = 文
command-read-sentence-about = 読み始める文の番号。
command-articles = 記事一覧
command-articles-about = 質問できる記事を表示します。
command-help = ヘルプ
command-help-about = 質問のしかたを表示します。
command-settings = 設定
command-settings-about = このサーバーでのボットの動作を選びます。
command-library = ライブラリ
command-library-about = このサーバーのライブラリに文書を追加し、管理します。
command-library-file = ファイル
command-library-file-about = すぐに追加するファイル。指定しなければ一覧を表示します。
command-gaps = 未回答
command-gaps-about = ここで答えが見つからなかった質問を表示します。
command-privacy = プライバシー
command-privacy-about = ボットが読むものと保存するものを表示します。
command-forget-me = 記録を削除
command-forget-me-about = ボットが保存しているあなたの記録を削除します。
command-status = 状態
command-status-about = ボットの調子を表示します。
menu-find = 記事の中を探す
menu-add = ライブラリに追加
menu-choose = これが答え
