### 봇이 한국어로 하는 모든 말. 서식 없는 글이며 표시할 때 이스케이프된다.

## Asking

how-to-ask = 질문과 함께 저를 멘션하거나 /{ command-ask } 명령어를 사용해 주세요. 기사를 인용해서 답합니다.
how-to-ask-here = 여기에 질문을 적어 주세요. 기사를 인용해서 답합니다.
small-talk = 안녕하세요! 기사에서 알고 싶은 것을 질문해 주세요. 기사를 인용해서 답합니다.
mentioned-role = 제 역할을 멘션하셔서 내용을 읽을 수 없었습니다. 역할이 아니라 저를 멘션하거나 /{ command-ask } 명령어를 사용해 주세요.
preview-topic = { $mention } 멘션과 질문, 또는 /{ command-ask }

## Verdicts

verdict-unsure = 이것이 답일 수 있습니다
verdict-not-found = 기사에 나와 있지 않은 것 같습니다.
verdict-not-found-closest = 기사에 나와 있지 않은 것 같습니다. 가장 가까운 대목:
confidence-high = 꽤 확실함 · { $percent }%
confidence-medium = 어느 정도 확실함 · { $percent }%
chosen-by-managers = 이 서버의 관리자가 선택함

## Card

also = 그 밖에:
place = 전체 { $sentences }문장 중 { $sentence }번째
places = 전체 { $sentences }문장 중 { $first }~{ $last }번째
place-page = { $page }쪽
place-pages = { $first }~{ $last }쪽
article-dated = { $title } ({ $date })
also-in = { $articles } 기사에도 있음
also-in-more = { $articles } 외 기사 { $count }개에도 있음
passage-of = 전체 { $passages }개 대목 중 { $passage }번째
follow-up-of = 다음 질문과 함께 이해했습니다: { $question }
read-as = 다음 말로 읽었습니다: { $words }
shared-by = { $user } 님이 공유함
asked-about-message = { $user } 님의 메시지에서

## Buttons

button-context = 앞뒤 문장 보기
button-context-close = 앞뒤 문장 숨기기
button-next = 다음 대목
button-next-page = 다음
button-previous-page = 이전
button-previous = 이전 대목
button-closest = 가장 가까운 대목
button-share = 공유
button-delete = 삭제
button-read-on = 페이지에서 읽기
button-open = 기사 열기
button-ask-again = 다시 질문하기
button-first = 처음으로
button-last = 마지막으로
button-jump = 문장으로 이동
button-clear = 목록 비우기
button-export = CSV로 내보내기
button-confirm = 예, 진행합니다
button-cancel = 취소
button-add = 문서 추가
button-open-document = 열기
button-replace = 바꾸기
button-rename = 이름 바꾸기
button-remove = 삭제
button-remove-all = 모두 삭제
button-export-files = 내보내기
button-back = 뒤로
button-everywhere = 모든 곳
button-everybody = 모두
button-accept = 확인
button-aliases = 별칭
button-choose-sentence = 문장 선택
button-another-sentence = 다른 문장

## Reasons why there is no answer

question-empty = 찾을 말이 없습니다. 한 단어 이상 적어 주세요.
question-too-long = { $length }자입니다. { $limit }자 이내로 줄여 주세요.
question-refused = 이대로는 찾을 수 없습니다. 다르게 표현해 주세요.
busy = 다른 질문에 답하고 있습니다. 약 { $seconds }초 후에 다시 질문해 주세요.
too-late = 시간이 너무 오래 걸렸습니다. 잠시 후 다시 질문해 주세요.
warming-up = 아직 준비 중입니다. 1분 후에 다시 질문해 주세요.
closing = 다시 시작하는 중입니다. 1분 후에 다시 질문해 주세요.
restarted = 답하기 전에 다시 시작되었습니다. 다시 질문해 주세요.
away = 지금은 기록에 접근할 수 없습니다. 1분 후에 다시 시도해 주세요.
storage-away = 지금은 문서 보관소에 접근할 수 없습니다. 1분 후에 다시 시도해 주세요.
went-wrong = 제 쪽에서 문제가 생겼습니다(참조 번호 { $reference }).
cooldown-user = 짧은 시간에 질문을 많이 하셨습니다. { $seconds }초 후에 다시 질문해 주세요.
cooldown-server = 여기서 짧은 시간에 질문이 많았습니다. { $seconds }초 후에 다시 질문해 주세요.
cooldown-presses = 짧은 시간에 너무 많이 누르셨습니다. { $seconds }초 후에 계속해 주세요.
cooldown-additions = 여기서 짧은 시간에 추가가 많았습니다. { $seconds }초 후에 계속해 주세요.
document-too-large = ‘{ $name }’ 파일은 { $mebibytes } MiB입니다. 파일 하나는 { $limit } MiB까지 가능합니다. 나누거나 더 작게 저장해 주세요.
document-unreadable = 이 파일은 읽을 수 없습니다. ‘{ $name }’: { $reason }
document-gone = 그 문서는 더 이상 라이브러리에 없습니다. 목록을 다시 확인해 주세요.
document-changed = 그 사이에 다른 사람이 그 문서를 바꿨습니다. 다시 확인해 주세요.
document-lost = 보관소에서 ‘{ $name }’ 문서가 사라졌습니다. 파일을 다시 추가하거나 운영자에게 알려 주세요.
library-documents-full = 이 서버의 라이브러리에는 문서를 { $limit }개까지 둘 수 있습니다. 먼저 하나를 지워 주세요.
library-size-full = 이 서버 라이브러리의 파일은 모두 합쳐 { $limit } MiB까지이며, 이것을 더하면 넘습니다. 먼저 하나를 지우거나 더 작은 것을 추가해 주세요.
library-sentences-full = 이 서버의 라이브러리는 모두 합쳐 { $limit }문장까지이며, 이것을 더하면 넘습니다. 먼저 문서를 지우거나 더 짧은 것을 추가해 주세요.
channel-closed = 이 채널에서는 질문에 답하지 않습니다. 여기를 이용해 주세요:
channel-closed-everywhere = 이 채널에서는 질문에 답하지 않습니다.
role-missing = 여기서는 특정 역할이 있는 사람만 질문할 수 있습니다.
mentions-off = 여기서는 멘션이 꺼져 있습니다. /{ command-ask } 명령어를 사용해 주세요.
cannot-read-reply = 답장하신 메시지를 읽을 수 없습니다. 그 메시지의 메뉴 → 앱 → ‘{ menu-find }’를 선택해 주세요.
nothing-to-find = 이 메시지에는 찾을 글이 없습니다.
article-unknown = ‘{ $name }’ 기사는 없습니다. /{ command-articles } 명령어로 모든 기사를 볼 수 있습니다.
sentence-unknown = { $sentences ->
        [1] 이 기사에는 문장이 하나뿐입니다.
       *[other] 이 기사에는 문장이 { $sentences }개 있습니다. 1부터 { $sentences }까지의 숫자를 적어 주세요.
    }
could-not-answer-there = { $channel } 채널에는 글을 쓸 수 없어서 여기에 답합니다:
settings-unknown = 지금은 이 서버의 설정을 읽을 수 없어서 이 메시지는 질문한 사람에게만 보입니다.

## Reasons why a file cannot be read

unreadable-empty = ‘{ $name }’ 파일은 비어 있습니다. 문장이 하나라도 있는 파일을 올려 주세요.
unreadable-nul = ‘{ $name }’ 파일에 글에는 없는 문자(NUL, { $place }번째)가 있습니다. 텍스트로 다시 저장해 주세요.
unreadable-encoding = ‘{ $name }’ 파일의 인코딩을 알 수 없습니다. UTF-8로 저장해 주세요.
unreadable-image = ‘{ $name }’ 파일은 그림입니다. 텍스트, Markdown, HTML, PDF, DOCX 중 하나로 저장해 주세요.
unreadable-media = ‘{ $name }’ 파일은 영상, 녹음 또는 그림입니다. 내용을 텍스트, PDF, DOCX로 올려 주세요.
unreadable-program = ‘{ $name }’ 파일은 프로그램입니다. 텍스트, Markdown, HTML, PDF, DOCX를 올려 주세요.
unreadable-database = ‘{ $name }’ 파일은 데이터베이스입니다. 내용을 텍스트, Markdown, HTML, PDF, DOCX 중 하나로 저장해 주세요.
unreadable-archive = ‘{ $name }’ 파일은 압축 파일입니다. 압축을 풀어 내용을 올려 주세요.
unreadable-old-office = ‘{ $name }’ 파일은 오래되었거나 보호된 Office 파일입니다. DOCX나 PDF로 저장해 주세요.
unreadable-rich-text = ‘{ $name }’ 파일은 RTF 파일입니다. DOCX, PDF, 텍스트 중 하나로 저장해 주세요.
unreadable-spreadsheet = ‘{ $name }’ 파일은 스프레드시트입니다. DOCX, PDF, 텍스트 중 하나로 저장해 주세요.
unreadable-presentation = ‘{ $name }’ 파일은 프레젠테이션입니다. PDF나 텍스트로 저장해 주세요.
unreadable-other-document = ‘{ $name }’ 파일은 읽을 수 없는 종류의 문서나 책입니다. DOCX, PDF, 텍스트 중 하나로 저장해 주세요.
unreadable-password = ‘{ $name }’ 파일은 비밀번호로 보호되어 있습니다. 비밀번호 없이 저장해 주세요.
unreadable-damaged = ‘{ $name }’ 파일이 손상되었습니다. 다시 저장하거나 텍스트로 저장해 주세요.
unreadable-no-text = ‘{ $name }’ 파일에서 글을 찾을 수 없습니다. 그림이나 스캔 속에 있다면 먼저 문자 인식(OCR)을 해 주세요.
unreadable-nested = ‘{ $name }’ 파일은 너무 깊이 중첩되어 있습니다. 다른 프로그램으로 다시 저장해 주세요.
unreadable-too-slow = ‘{ $name }’ 파일을 읽는 데 { $seconds }초 넘게 걸립니다. 나누어 주세요.
unreadable-too-much-text = ‘{ $name }’ 파일에 글이 { $mebibytes } MiB 넘게 있습니다. 나누어 주세요.
unreadable-too-much-memory = ‘{ $name }’ 파일이 손상되었거나 읽는 데 메모리가 { $mebibytes } MiB 넘게 필요합니다. 다시 저장하거나 나누어 주세요.
unreadable-unpacks = ‘{ $name }’ 파일은 압축을 풀면 { $mebibytes } MiB가 넘습니다. 그림 없이 저장해 주세요.
unreadable-name = ‘{ $name }’은(는) 파일 이름이 될 수 없습니다. { $limit }바이트까지이고 슬래시와 제어 문자는 쓸 수 없습니다.
unreadable-not-now = 지금은 ‘{ $name }’ 파일을 읽을 수 없습니다. 1분쯤 뒤에 다시 시도해 주세요.

## Reasons why a link cannot be read

link-malformed = ‘{ $url }’은(는) 읽을 수 있는 링크가 아닙니다. https://example.com/page 같은 링크를 적어 주세요.
link-scheme = 이 링크는 { $scheme }(으)로 시작합니다. https:// 또는 http://로 시작하는 링크를 적어 주세요.
link-credentials = 이 링크에는 사용자 이름이나 비밀번호가 들어 있습니다. 그것이 없는 링크를 적어 주세요.
link-port = 이 링크는 { $port }번 포트를 가리킵니다. 페이지는 공개용 포트인 80번과 443번에서만 읽습니다.
link-private = { $host } 주소는 공개 인터넷에 있지 않습니다. 누구나 열 수 있는 링크를 적어 주세요.
link-unresolved = { $host } 주소를 찾을 수 없습니다. 링크의 철자를 확인해 주세요.
link-unreachable = { $host } 서버에 연결할 수 없습니다. 나중에 다시 시도해 주세요.
link-untrusted = { $host } 서버에 유효한 인증서가 없어서 누구의 페이지인지 알 수 없습니다. 다른 링크를 적어 주세요.
link-too-slow = { $host } 서버가 { $seconds }초 넘게 걸렸습니다. 나중에 다시 시도하거나 파일을 업로드해 주세요.
link-too-big = 이 링크의 내용은 { $mebibytes } MiB를 넘어서 너무 큽니다. 더 작은 페이지를 적어 주세요.
link-type = 이 링크의 내용은 { $type }입니다. 읽을 수 있는 것은 웹 페이지, 일반 텍스트, Markdown, PDF, DOCX, 피드, 사이트맵입니다.
link-status = { $host } 서버가 오류 { $status }(으)로 답했습니다. 로그인하지 않아도 열리는 링크인지 확인해 주세요.
link-redirects = 이 링크는 { $count }번 넘게 다른 곳으로 넘어갑니다. 페이지 자체의 링크를 적어 주세요.
link-downgrade = { $host } 서버가 https에서 http로 넘기는데, 안전하지 않습니다. 페이지 자체의 링크를 적어 주세요.
link-broken = { $host } 서버가 보낸 내용이 손상되었거나 완전하지 않습니다. 나중에 다시 시도해 주세요.
link-robots = { $host } 사이트는 프로그램이 이 페이지를 읽지 않기를 요청합니다. 허용된다면 대신 파일을 업로드해 주세요.
link-lists-malformed = 읽을 수 있는 피드나 사이트맵이 아닙니다. RSS나 Atom 피드, 또는 사이트맵을 적어 주세요.
link-lists-nothing = 이 피드나 사이트맵에는 페이지가 없습니다. 페이지의 링크를 적어 주세요.
link-lists-many = 이 링크의 내용은 페이지 목록입니다. 페이지 하나의 링크를 적어 주세요.
link-lists-known = 그 목록의 페이지는 모두 이미 라이브러리에 있습니다.
link-known = 이 페이지는 이미 라이브러리에 있습니다. 지금 내용으로 바꾸려면 /{ command-library } 명령어를 쓰세요.
link-same = 이 페이지의 내용은 전과 같아서 바뀐 것이 없습니다.
link-pages-no-room = 라이브러리에는 그중 { $count }페이지를 둘 자리가 있습니다. 문서를 지우고 링크를 다시 추가해 주세요.
link-pages-left = 나머지 { $count }페이지는 읽지 않았습니다.
link-pages-late = 시간이 너무 오래 걸려 { $count }페이지는 읽지 못했습니다. 나중에 링크를 다시 추가해 주세요.

## Reasons why a button or a command does nothing

not-yours-delete = 이 답은 질문한 사람이나 메시지를 관리할 수 있는 사람만 삭제할 수 있습니다.
not-yours-share = 이 답은 질문한 사람만 공유할 수 있습니다.
not-for-everybody = 이 답은 여기에서 일부 역할에만 공개된 문서를 인용하므로 모두에게 보여 주지 않습니다.
already-shared = 이 답은 이미 공유되었습니다.
article-changed = 이 답을 한 뒤에 기사가 바뀌었습니다. 다시 질문하시면 새 글에서 답합니다.
answer-unknown = 이 답은 더 이상 기록에 없습니다. 다시 질문해 주세요.
press-unknown = 이 버튼이나 입력란은 더 이상 사용할 수 없습니다. 명령어를 다시 사용해 주세요.
server-only = 서버에서만 사용할 수 있습니다.
needs-manage-server = 서버를 관리할 수 있는 사람만 할 수 있습니다.
chosen-no-answer = 그것은 제 답이 아닙니다. 제가 질문에 답한 메시지를 선택해 주세요.
chosen-leans = 이 질문은 앞의 질문 없이는 이해할 수 없습니다. 온전한 질문으로 다시 묻고 그 답을 선택해 주세요.
chosen-changed = 그 사이에 기사가 바뀌었습니다. 다시 선택해 주세요.
chosen-full = 이 서버에서 선택할 수 있는 답은 { $limit }개까지입니다. 먼저 하나를 삭제해 주세요.
gap-gone = 그 질문은 더 이상 목록에 없습니다. 목록을 다시 확인해 주세요.
owner-only = 이 봇의 운영자만 할 수 있습니다.

## Looking up exact words

lookup-found = ‘{ $text }’, { $sentences }개 문장에서 찾았습니다.
lookup-nothing = ‘{ $text }’, 어느 문장에도 없습니다. 뜻으로 찾으려면 /{ command-ask } 명령어를 사용해 주세요.
lookup-page = { $pages }쪽 중 { $page }쪽

## Reading an article

read-title = 읽는 기사: { $title }
read-jump-title = 문장으로 이동
read-jump-label = 1부터 { $sentences }까지의 번호
read-which = 기사가 여러 개 있습니다. 하나를 골라 주세요. /{ command-articles } 명령어로 목록을 볼 수 있습니다.
read-changed = ‘{ $title }’, 열어 본 뒤에 내용이 바뀌었습니다.
read-gone = 이 기사는 이제 없습니다. /{ command-articles } 명령어로 모든 기사를 볼 수 있습니다.

## Articles

articles-title = 인용할 수 있는 기사
articles-line = { $title } · { $sentences }문장 · { $date }
articles-line-undated = { $title } · { $sentences }문장
articles-none = 여기에는 아직 기사가 없습니다.
articles-page = { $pages }쪽 중 { $page }쪽

## Help

help-title = 질문하는 방법
help-intro = 기사의 문장을 그대로 인용해서 답하고, 어디에 있는지 알려 드립니다. 답이 되는 말은 굵게 표시됩니다.
help-ask = /{ command-ask }: 자신의 말로 질문합니다. 기사를 고르거나 답을 자신만 보게 할 수도 있습니다.
help-mention = 채널, 스레드, 게시글에서 질문과 함께 저를 멘션하거나, 저에게 직접 메시지를 보내 주세요.
help-reply = 이어서 질문하려면 제 답에 답장하면서 저를 멘션해 주세요.
help-menu = 메시지의 메뉴 → 앱 → ‘{ menu-find }’를 열면 그 메시지의 질문이나 주장을 기사에서 찾습니다.
help-lookup = /{ command-lookup }: 어떤 말이 그대로 들어 있는 문장을 모두 찾습니다.
help-read = /{ command-read }: 원하는 문장부터 기사를 읽습니다.
help-articles = /{ command-articles }: 어떤 기사가 있는지 봅니다.
help-privacy = /{ command-privacy }: 제가 무엇을 저장하고 어떻게 지울 수 있는지 봅니다.
help-settings = /{ command-settings }: 서버를 관리할 수 있는 사람이 여기서 제가 할 일을 정합니다.
help-library = /{ command-library }: 여기서 답에 쓰는 문서를 추가하고 관리하며, 질문에 쓰는 말의 뜻을 정합니다.
help-library-links = /{ command-library }: 여기서 답에 쓰는 문서를 파일이나 링크로 추가하고 관리하며, 질문에 쓰는 말의 뜻을 정합니다.
help-chosen = 제 답의 메뉴 → 앱 → ‘{ menu-choose }’: 그 질문에 먼저 인용할 문장을 선택합니다.

## Settings of a server

settings-title = 이 서버의 설정
settings-intro = 다음 질문부터 적용됩니다.
settings-scope = 장소·사람·출처
settings-manner = 답하는 방식
settings-saved = 저장했습니다.
settings-on = 켜짐
settings-off = 꺼짐
settings-turn-on = 켜기
settings-turn-off = 끄기
settings-change = 변경
settings-channels = 채널
settings-channels-about = 제가 질문에 답하는 곳입니다.
settings-channels-all = 모든 채널
settings-channels-choose = 채널 선택(없으면 모두)
settings-channels-gone = 선택한 채널이 삭제되었습니다. 다시 선택할 때까지 어디에서도 답하지 않습니다.
settings-roles = 역할
settings-roles-about = 저에게 질문할 수 있는 사람입니다.
settings-roles-all = 모든 사람
settings-roles-choose = 역할 선택(없으면 모든 사람)
settings-roles-gone = 선택한 역할이 삭제되었습니다. 다시 선택할 때까지 아무도 질문할 수 없습니다.
settings-private = 비공개 답
settings-private-about = /{ command-ask } 명령어의 답을 질문한 사람에게만 보여 줍니다.
settings-mentions = 멘션
settings-mentions-about = 저를 멘션한 메시지에 답합니다.
settings-follow-ups = 이어지는 질문
settings-follow-ups-about = 답에 단 답장을 그 앞의 질문과 함께 이해합니다.
settings-libraries = 라이브러리
settings-libraries-about = 인용하는 출처입니다. 이 서버의 문서는 /{ command-library } 명령어로 볼 수 있습니다.
settings-libraries-both = 이 서버의 라이브러리와 공용 라이브러리
settings-libraries-own = 이 서버의 라이브러리만
settings-libraries-shared = 공용 라이브러리만
settings-libraries-choose = 답할 라이브러리 선택
settings-articles = 기사
settings-articles-about = 공용 라이브러리에서 제가 인용하는 기사입니다.
settings-articles-all = 모든 기사
settings-articles-choose = 기사 선택(없으면 모두)
settings-only-answered = 확실한 답만
settings-only-answered-about = 확실하지 않으면 기사에 나와 있지 않다고 답합니다.
settings-language = 언어
settings-language-about = 여기서 제가 쓰는 언어입니다. 인용은 그대로 둡니다.
settings-language-own = 각자의 언어
settings-language-choose = 언어 선택
settings-gaps = 답이 없는 질문
settings-gaps-about = 이름 없이 30일 동안 저장합니다. /{ command-gaps } 명령어로 볼 수 있습니다.
settings-rates = 한도
settings-rates-about = 1분 동안 질문할 수 있는 횟수입니다.
settings-user-rate = 1분당 질문 수, 한 사람
settings-server-rate = 1분당 질문 수, 서버 전체
settings-rate-default = 기본값
settings-rate-hint = 1부터 { $most }까지의 숫자, 비우면 기본값
settings-rate-unknown = ‘{ $text }’ 값은 한도로 쓸 수 없습니다. 1부터 { $most }까지의 숫자를 적거나 비워 두세요.

## Questions without an answer

gaps-title = 최근 30일 동안 답이 없었던 질문
gaps-line = { $count ->
        [1] 1번: ‘{ $question }’
       *[other] { $count }번, 예: ‘{ $question }’
    }
gaps-empty = 최근 30일 동안 답이 없었던 질문이 없습니다.
gaps-page = { $pages }쪽 중 { $page }쪽
gaps-off = 이 서버는 답이 없는 질문을 저장하지 않습니다. /{ command-settings } 명령어로 켤 수 있습니다.
gaps-clear-sure = 여기에 저장된 질문 { $count }개를 삭제할까요? 되돌릴 수 없습니다.
gaps-cleared = 목록을 비웠습니다.
gaps-reason-not-found = 기사에 나와 있지 않음
gaps-reason-downvoted = 도움이 안 됐다는 평가
gaps-reason-outvoted = 선택된 답에 반대표가 더 많음
gaps-reason-changed = 선택된 답의 기사가 바뀜
gaps-csv-group = 그룹
gaps-csv-question = 질문
gaps-csv-count = 횟수
gaps-csv-reason = 이유
gaps-csv-last-asked = 마지막 질문 시각

## Library of a server

library-title = 이 서버의 라이브러리
library-intro = 나에게만 보입니다. 여기서 질문할 수 있는 사람은 /{ command-ask } 명령어로 이 문서들에 대해 질문할 수 있습니다.
library-empty = 이 서버에는 아직 자체 문서가 없습니다. PDF, Word, Markdown, 텍스트 같은 파일을 추가하면 그 내용으로 질문에 답합니다.
library-sum-documents = 문서 { $most }개 중 { $count }개
library-sum-sentences = { $most }문장 중 { $count }문장
library-sum-size = { $most } MiB 중 { $count } MiB
library-page = { $pages }쪽 중 { $page }쪽
library-sentences = { $count }문장
library-kibibytes = { $kibibytes }KiB
library-added = 추가: { $when }
library-added-by = 추가한 사람: { $user }
library-version = { $number }번째 판
library-checked = 마지막으로 읽음: { $when }
library-tried = 마지막으로 시도함: { $when }
library-source = 출처
library-waiting = 아직 답에 쓰이지 않음: 읽기를 기다리는 중
library-reading = 읽는 중: { $progress }
library-unreadable = 읽을 수 없음: { $reason }
library-only-channels = { $places }에서만
library-only-roles = { $places }에게만
library-nowhere = 채널이 삭제되어 어디에서도 인용되지 않음
library-nobody = 역할이 삭제되어 누구에게도 인용되지 않음
library-more = 외 { $count }개
library-percent = { $percent }%
library-left-seconds = 약 { $seconds }초 남음
library-left-minutes = 약 { $count }분 남음
library-answers-both = 이 서버의 라이브러리와 공용 라이브러리에서 답합니다. /{ command-settings } 명령어로 바꿀 수 있습니다.
library-answers-own = 이 서버의 라이브러리에서만 답합니다. /{ command-settings } 명령어로 바꿀 수 있습니다.
library-answers-shared = 공용 라이브러리에서만 답하고 이 문서들에서는 답하지 않습니다. /{ command-settings } 명령어로 바꿀 수 있습니다.
library-channels = 인용하는 곳
library-channels-gone = 선택한 채널이 삭제되었습니다. 다시 선택할 때까지 어디에서도 인용하지 않습니다.
library-roles = 인용을 보여 줄 사람
library-roles-gone = 선택한 역할이 삭제되었습니다. 다시 선택할 때까지 누구에게도 인용하지 않습니다.
library-remove-sure = ‘{ $title }’ 문서와 이전 판을 삭제할까요? 되돌릴 수 없습니다.
library-clear-sure = 이 서버의 문서 { $count }개를 모두 삭제할까요? 되돌릴 수 없습니다.
library-form-add = 문서 추가
library-form-replace = 문서 바꾸기
library-form-files = 파일
library-form-links = 링크(여러 개 가능)
library-form-link = 링크
library-form-rename = 문서 이름 바꾸기
library-form-title = 제목
library-files-hint = PDF, Word, HTML, Markdown, 텍스트. 파일당 { $limit } MiB까지
library-links-hint = 한 줄에 하나, { $limit }개까지. 웹 페이지, PDF, DOCX, 텍스트, 피드, 사이트맵
library-link-hint = 파일이 없으면 대신 이 페이지를 읽습니다
library-form-aliases = 별칭
library-form-aliases-lines = 한 줄에 하나
library-aliases-hint = 질문의 말이 여기서 무엇을 뜻하는지 적습니다. 예: PM = prime minister
aliases-saved = { $count ->
        [0] 이제 별칭이 없습니다.
       *[other] 이제 별칭이 { $count }개 있습니다. 다음 질문부터 사용합니다.
    }
aliases-not-saved = 아직 아무것도 바꾸지 않았습니다
aliases-typed-kept = 입력한 내용은 양식을 다시 열면 그대로 있습니다.
aliases-line-wrong = { $number }번째 줄: ‘PM = prime minister’처럼 말, ‘=’, 뜻의 순서로 적어 주세요. 지금은 ‘{ $text }’입니다.
aliases-line-long = { $number }번째 줄: ‘{ $text }’은(는) { $length }자입니다. { $limit }자까지 적을 수 있습니다.
aliases-line-twice = { $number }번째 줄: ‘{ $text }’의 뜻은 이미 { $first }번째 줄에 있습니다.
aliases-too-many = 별칭이 { $count }개입니다. 서버마다 { $limit }개까지입니다. 줄여 주세요.
aliases-too-long = 모든 줄을 합쳐 { $length }자입니다. { $limit }자까지로 줄여 주세요.
aliases-full = 그사이 다른 사람이 추가한 것과 합치면 별칭이 { $limit }개를 넘습니다. 줄여 주세요.
library-file-gone = Discord에서 ‘{ $name }’ 파일을 받을 수 없습니다. 다시 올려 주세요.
library-no-files = 그 메시지에는 파일이 없습니다. 파일이 있는 메시지를 선택해 주세요.
library-nothing-given = 추가할 것이 없습니다. 파일이나 링크를 적어 주세요.
library-too-many-links = 링크는 한 번에 { $limit }개까지입니다. 줄여 주세요.
library-preview = 이렇게 이해했습니다. 추가할까요?
library-preview-none = 추가할 수 있는 것이 없습니다
library-preview-replaces = ‘{ $title }’ 문서를 대신합니다.
library-links-reading = 링크를 읽고 있습니다.
library-draft-gone = 이 미리보기는 더 이상 없습니다. 파일을 다시 추가해 주세요.
library-draft-not-yours = 이 파일을 올린 사람만 확인할 수 있습니다.
library-cancelled = 아무것도 추가하지 않았습니다.
library-added-now = 추가했습니다: { $title }
library-soon = 다 읽는 대로 답에 사용합니다.
library-ready = 준비되었습니다. /{ command-ask } 명령어로 질문하세요.
library-later = 시간이 더 걸립니다. 진행 상황은 /{ command-library } 명령어로 볼 수 있습니다.
library-failed = 이 라이브러리를 끝까지 읽지 못했습니다: { $reason }
library-all-lost = 보관소에서 이 라이브러리의 문서가 모두 사라졌습니다. 다시 추가해 주세요.
library-some-lost = 보관소에서 사라진 문서가 있습니다. 다시 추가해 주세요: { $names }
library-lost = 보관소에서 사라진 문서: { $names }
library-too-large = 너무 커서 보낼 수 없는 문서: { $names }
oddity-encoding-guessed = 인코딩은 추정한 것입니다({ $detail }). 글자가 맞는지 확인해 주세요.
oddity-wrong-suffix = 이름과 달리 내용은 { $detail }입니다.
oddity-pages-without-text = 스캔처럼 글자가 없는 쪽: { $detail }
oddity-pages-unreadable = 손상되어 뺀 쪽: { $detail }
oddity-tables-left-out = 뺀 표 안의 표: { $detail }
oddity-main-text-not-found = 본문을 구분하지 못해 메뉴와 안내문도 들어 있습니다.
oddity-images-left-out = 뺀 그림: { $detail }
oddity-other-language = 언어는 { $detail }입니다. 저는 영어를 읽으므로 질문해도 찾을 수 있는 것이 적습니다.
format-plain-text = 텍스트

## Chosen answers

chosen-which = 어느 문장이 답입니까? 여기서 같은 질문을 받으면 그 문장을 먼저 인용하고, 이 서버의 관리자가 선택했다고 알립니다.
chosen-so-far = 지금 먼저 인용하는 문장:
chosen-out-of-reach = 전에 선택한 문장은 인용하지 않습니다. 기사가 바뀌었거나 여기서는 읽을 수 없습니다.
chosen-now = 이제부터 여기서 같은 질문을 받으면 이 문장을 먼저 인용하고, 이 서버의 관리자가 선택했다고 알립니다:
chosen-removed = 취소했습니다. 이 질문의 답은 다시 제가 찾습니다.
chosen-none = 답이 될 만한 문장을 찾지 못했습니다. 문장에 있는 말로 지정해 주세요.
chosen-found = ‘{ $text }’ 말이 있는 문장:
chosen-closest = ‘{ $text }’ 말이 있는 문장은 없습니다. 가장 가까운 문장:
chosen-form-words = 문장에 있는 말
chosen-form-hint = 적힌 그대로의 말 몇 개. 구절은 따옴표로 묶어 주세요

## Privacy

privacy-title = 제가 읽는 것과 저장하는 것
privacy-read = 저를 멘션하거나, 저에게 직접 보내거나, 메뉴를 통해 저에게 넘긴 메시지만 읽습니다.
privacy-answers = 답에 대해서는 언제 어디서 어떤 언어로 답했는지, 보여 준 대목, 얼마나 확실했는지, 누가 질문했는지, 질문과 답의 메시지 ID를 저장합니다. 질문의 글은 저장하지 않습니다. { $days }일이 지나면 모두 지웁니다.
privacy-gaps-on = 다만 이 서버는 좋은 답이 없었던 질문의 글을 이름 없이 30일 동안 저장합니다.
privacy-gaps-off = 여기서는 답이 없는 질문의 글을 저장하지 않습니다.
privacy-unanswered = 답하는 동안, 길어야 15분간, 답을 보낼 곳을 저장합니다. 이를 위해 Discord가 요구하는 정보는 암호화합니다.
privacy-votes = 답에 대한 평가(답마다 한 사람에 하나)와 서버의 설정과 별칭을 저장합니다.
privacy-documents = 관리자가 이 서버에 추가한 문서에 대해서는 파일, 거기서 읽은 내용, 누가 언제 추가했는지, 이전 판 몇 개를 저장합니다. 서버에서 제거되면 { $days }일 후에 그 서버의 문서를 지웁니다.
privacy-links = 관리자가 링크로 추가한 페이지는 제가 실행되는 컴퓨터에서 가져오고, 약 하루에 한 번 다시 읽으며, 문서로 저장합니다. 상대 서버가 알게 되는 것은 그 컴퓨터의 주소이며, 여기 있는 사람에 대해서는 아무것도 알 수 없습니다.
privacy-chosen = 관리자가 어떤 문장을 질문의 답으로 선택하면 질문의 글, 문장의 위치, 누가 언제 선택했는지를 저장합니다. 관리자가 취소하거나, 반대표가 더 많거나, 기사가 바뀌거나, 제가 서버에서 제거될 때까지입니다.
privacy-machine = 질문에는 제가 실행되는 컴퓨터에서 답하며, 다른 서비스로 보내지 않습니다.
privacy-remove = 답을 삭제하면 그 기록도 지워집니다. /{ command-forget-me } 명령어는 평가를 삭제하고 모든 답과 문서의 기록에서 본인을 지웁니다.

## Forgetting a person

forget-me-sure = 평가를 삭제하고 모든 답과 문서의 기록에서 본인을 지울까요? 되돌릴 수 없습니다.
forget-me-after = 그 뒤에는 그 답들을 직접 삭제할 수 없습니다. 서버에서는 메시지를 관리할 수 있는 사람만 삭제할 수 있습니다.
forgotten = 완료했습니다. { $votes ->
        [0] 평가는 없었습니다.
       *[other] 평가 { $votes }개를 삭제했습니다.
    } { $answers ->
        [0] 본인이 기록된 답은 없었습니다.
       *[other] 답 { $answers }개의 기록에서 본인을 지웠습니다.
    }
forgotten-documents = { $documents ->
       *[other] 문서 { $documents }개의 기록에서 본인을 지웠습니다.
    }
forgotten-chosen = { $count ->
       *[other] 선택된 답 { $count }개의 기록에서 본인을 지웠습니다.
    }

## Status

status-title = 상태
status-version = 버전
status-running-since = 실행 시작
status-servers = 서버
status-articles = 기사
status-sentences = 문장
status-index = 색인
status-model = 검색 모델
status-reader = 독해 모델
status-queue = 기다리는 질문
status-answered = 답한 질문
status-verdicts = 찾음 { $answered }개, 불확실 { $unsure }개, 못 찾음 { $missing }개
status-time = 답하는 데 걸리는 시간
status-latency = Discord까지 걸리는 시간
status-memory = 사용 중인 메모리
status-database = 데이터베이스
status-storage = 문서 저장소
status-storage-foreign = 다른 데이터베이스의 것입니다({ $found }, 예상: { $expected }). 그래서 아무것도 삭제하지 않습니다. 할 일은 로그에 있습니다
status-storage-unknown = 식별자가 없고 이 데이터베이스({ $expected })가 모르는 것이 들어 있습니다. 그래서 아무것도 삭제하지 않습니다. 할 일은 로그에 있습니다
status-ready = 준비됨
status-loading = 불러오는 중
status-away = 연결할 수 없음
status-off = 꺼짐
status-failures = 최근 오류
status-milliseconds = { $milliseconds }밀리초
status-mebibytes = { $mebibytes } MiB

## Commands: names, what they are for, and the same of their options

command-ask = 질문
command-ask-about = 기사에 질문합니다. 답은 인용문입니다.
command-ask-question = 질문
command-ask-question-about = 자신의 말로 적은 질문.
command-ask-article = 기사
command-ask-article-about = 이 기사에만 질문합니다.
command-ask-private = 비공개
command-ask-private-about = 답을 자신만 볼 수 있게 합니다.
command-lookup = 찾기
command-lookup-about = 어떤 말이 그대로 들어 있는 문장을 모두 찾습니다.
command-lookup-text = 문구
command-lookup-text-about = 찾을 말. 이어진 말은 따옴표로 묶습니다.
command-lookup-article = 기사
command-lookup-article-about = 이 기사에서만 찾습니다.
command-read = 읽기
command-read-about = 기사를 한 문장씩 읽습니다.
command-read-article = 기사
command-read-article-about = 읽을 기사.
command-read-sentence = 문장
command-read-sentence-about = 읽기 시작할 문장의 번호.
command-articles = 기사목록
command-articles-about = 질문할 수 있는 기사를 봅니다.
command-help = 도움말
command-help-about = 질문하는 방법을 봅니다.
command-settings = 설정
command-settings-about = 이 서버에서 봇이 할 일을 정합니다.
command-library = 라이브러리
command-library-about = 이 서버의 라이브러리에 문서를 추가하고 관리합니다.
command-library-file = 파일
command-library-file-about = 바로 추가할 파일. 없으면 목록을 봅니다.
command-gaps = 미답변
command-gaps-about = 여기서 답을 찾지 못한 질문을 봅니다.
command-privacy = 개인정보
command-privacy-about = 봇이 읽는 것과 저장하는 것을 봅니다.
command-forget-me = 기록삭제
command-forget-me-about = 봇이 저장한 자신에 대한 기록을 삭제합니다.
command-status = 상태
command-status-about = 봇의 상태를 봅니다.
menu-find = 기사에서 찾기
menu-add = 라이브러리에 추가
menu-choose = 이것이 답입니다
