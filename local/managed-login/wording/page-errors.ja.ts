import type { PageErrorTexts } from './page-errors.en.ts'

const startAgain = 'アプリに戻り、最初からやり直してください。'
const cookies = 'このアドレスでは Cookie を許可する必要があります。'

export const pageErrors: PageErrorTexts = {
  errors: {
    client_not_found: {
      title: 'このアプリケーションクライアントは存在しません',
      cause: 'リクエストの client_id は、このユーザープールのものではありません。',
      fix: '/config.json に記載されている userPoolClientId を使用してください。データフォルダを削除すると、この値は変わります。',
    },
    expired_page: {
      title: '問題が発生しました',
      cause: 'このページは、開かれてから時間が経ちすぎているか、別のブラウザで開かれました。',
      fix: `${startAgain}${cookies}`,
    },
    foreign_post: {
      title: '問題が発生しました',
      cause: '別のウェブサイトがこのフォームを送信しようとしました。',
      fix: `${startAgain}変更は行われていません。`,
    },
    invalid_request: {
      title: 'リクエストが不完全です',
      cause: 'パラメータが不足しているか、重複しています。',
      fix: '各パラメータを 1 回だけ送信してください。アプリケーションクライアントのライブラリは、正しく設定されていればそのように送信します。',
    },
    login_pages_unavailable: {
      title: 'ログインページを利用できません',
      cause: '管理者に問い合わせてください。',
      fix: 'マネージドログインのページは、スタイルが設定されたアプリケーションクライアントにのみ表示されます。infra/template.yaml に、このクライアントの AWS::Cognito::ManagedLoginBranding を追加してください。',
    },
    logout_uri_mismatch: {
      title: 'サインアウトのリクエストが不完全です',
      cause: '登録済みの logout_uri も、redirect_uri と response_type の組も送信されていません。',
      fix: 'client_id と、アプリケーションクライアントの LogoutURLs のいずれかに完全に一致する logout_uri を送信してください。再度サインインさせるには、redirect_uri と response_type を送信してください。',
    },
    method_not_allowed: {
      title: 'このアドレスは別の種類のリクエスト用です',
      cause: 'このアドレスは、リクエストの HTTP メソッドに対応していません。',
      fix: 'ページはリンクから開いてください。/oauth2/authorize と /logout は fetch で呼び出すのではなく、ブラウザで開きます。',
    },
    not_found: {
      title: 'このアドレスには何もありません',
      cause: 'マネージドログインにこのページはありません。',
      fix: startAgain,
    },
    redirect_mismatch: {
      title: 'リダイレクト URI が登録されていません',
      cause:
        'リクエストの redirect_uri は、アプリケーションクライアントのコールバック URL のいずれにも一致しません (redirect_mismatch)。スキーム、ホスト、ポート、パス、末尾のスラッシュ、大文字と小文字まで、1 文字ずつ比較されます。',
      fix: 'infra/template.yaml にあるアプリケーションクライアントの CallbackURLs にこの URI を追加するか、登録済みの URI をアプリから送信してください。',
    },
    server_error: {
      title: '問題が発生しました',
      cause: 'ローカル AWS でエラーが発生しました。',
      fix: '詳細はターミナルを確認してください。',
    },
    unauthorized_client: {
      title: 'このアプリケーションクライアントは OAuth を使用できません',
      cause: 'このアプリケーションクライアントでは OAuth 2.0 のフローが有効になっていません。',
      fix: 'infra/template.yaml で、アプリケーションクライアントの AllowedOAuthFlowsUserPoolClient、AllowedOAuthFlows、AllowedOAuthScopes を設定してください。',
    },
    unexpected_answer: {
      title: 'このサインインはここでは完了できません',
      cause: '別のブラウザで開始されたか、すでに完了しているか、15 分以上が経過しています。',
      fix: `アプリに戻り、もう一度サインインしてください。${cookies}`,
    },
    unknown_identity_provider: {
      title: 'この ID プロバイダーは存在しません',
      cause:
        'リクエストで指定されたプロバイダーは、このアプリケーションクライアントではサポートされていません。大文字と小文字は区別されます。',
      fix: 'COGNITO か、アプリケーションクライアントがサポートするプロバイダーを使用してください。追加するには、infra/template.yaml でユーザープールと、アプリケーションクライアントの SupportedIdentityProviders に追加してください。',
    },
  },
  labels: {
    parameter: 'パラメータ',
    sent: '送信された値',
    registered: '登録済みの値',
    fix: '対処方法',
    differs: (expected) => `強調された文字は「${expected}」である必要があります。`,
    endsEarly: (rest) => `登録済みの値では、この後に「${rest}」が続きます。`,
    goesOn: '登録済みの値より後に、余分な文字が続いています。',
  },
}
