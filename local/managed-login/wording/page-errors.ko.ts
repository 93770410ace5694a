import type { PageErrorTexts } from './page-errors.en.ts'

const startAgain = '앱으로 돌아가 처음부터 다시 시작하세요.'
const cookies = '이 주소에서 쿠키가 허용되어야 합니다.'

export const pageErrors: PageErrorTexts = {
  errors: {
    client_not_found: {
      title: '존재하지 않는 앱 클라이언트입니다',
      cause: '요청의 client_id는 이 사용자 풀의 것이 아닙니다.',
      fix: '/config.json에 있는 userPoolClientId를 사용하세요. 데이터 폴더를 삭제하면 이 값이 바뀝니다.',
    },
    expired_page: {
      title: '문제가 발생했습니다',
      cause: '이 페이지를 연 지 너무 오래되었거나 다른 브라우저에서 열었습니다.',
      fix: `${startAgain} ${cookies}`,
    },
    foreign_post: {
      title: '문제가 발생했습니다',
      cause: '다른 웹사이트에서 이 양식을 보내려고 했습니다.',
      fix: `${startAgain} 변경된 내용은 없습니다.`,
    },
    invalid_request: {
      title: '요청이 완전하지 않습니다',
      cause: '파라미터가 없거나 여러 번 포함되어 있습니다.',
      fix: '각 파라미터를 한 번씩만 보내세요. 앱 클라이언트 라이브러리는 올바르게 구성되어 있으면 그렇게 합니다.',
    },
    login_pages_unavailable: {
      title: '로그인 페이지를 사용할 수 없습니다',
      cause: '관리자에게 문의하세요.',
      fix: '관리형 로그인 페이지는 스타일이 있는 앱 클라이언트에만 표시됩니다. infra/template.yaml에 해당 클라이언트의 AWS::Cognito::ManagedLoginBranding을 추가하세요.',
    },
    logout_uri_mismatch: {
      title: '로그아웃 요청이 완전하지 않습니다',
      cause: '등록된 logout_uri도, redirect_uri와 response_type도 전송되지 않았습니다.',
      fix: 'client_id와 함께 앱 클라이언트의 LogoutURLs 중 하나와 정확히 일치하는 logout_uri를 보내세요. 다시 로그인하게 하려면 redirect_uri와 response_type을 보내세요.',
    },
    method_not_allowed: {
      title: '다른 종류의 요청을 위한 주소입니다',
      cause: '이 주소는 요청의 HTTP 메서드에 응답하지 않습니다.',
      fix: '링크를 통해 페이지를 여세요. /oauth2/authorize와 /logout은 fetch로 호출하지 않고 브라우저에서 이동합니다.',
    },
    not_found: {
      title: '이 주소에는 아무것도 없습니다',
      cause: '관리형 로그인에 없는 페이지입니다.',
      fix: startAgain,
    },
    redirect_mismatch: {
      title: '리디렉션 URI가 등록되어 있지 않습니다',
      cause:
        '요청의 redirect_uri(redirect_mismatch)가 앱 클라이언트의 콜백 URL과 일치하지 않습니다. 스킴, 호스트, 포트, 경로, 끝의 슬래시, 대소문자까지 한 글자씩 비교합니다.',
      fix: 'infra/template.yaml에서 앱 클라이언트의 CallbackURLs에 이 URI를 추가하거나, 앱이 등록된 URI 중 하나를 보내도록 하세요.',
    },
    server_error: {
      title: '문제가 발생했습니다',
      cause: '로컬 AWS에서 오류가 발생했습니다.',
      fix: '자세한 내용은 터미널에서 확인하세요.',
    },
    unauthorized_client: {
      title: '이 앱 클라이언트는 OAuth를 사용할 수 없습니다',
      cause: '이 앱 클라이언트에는 OAuth 2.0 흐름이 활성화되어 있지 않습니다.',
      fix: 'infra/template.yaml에서 앱 클라이언트의 AllowedOAuthFlowsUserPoolClient, AllowedOAuthFlows, AllowedOAuthScopes를 설정하세요.',
    },
    unexpected_answer: {
      title: '이 로그인은 여기에서 완료할 수 없습니다',
      cause: '다른 브라우저에서 시작되었거나, 이미 완료되었거나, 15분이 넘게 걸렸습니다.',
      fix: `앱으로 돌아가 다시 로그인하세요. ${cookies}`,
    },
    unknown_identity_provider: {
      title: '존재하지 않는 자격 증명 공급자입니다',
      cause: '요청에 이 앱 클라이언트가 지원하지 않는 공급자가 있습니다. 대소문자를 구분합니다.',
      fix: 'COGNITO 또는 앱 클라이언트가 지원하는 공급자를 사용하세요. 새로 추가하려면 infra/template.yaml에서 사용자 풀과 앱 클라이언트의 SupportedIdentityProviders에 추가하세요.',
    },
  },
  labels: {
    parameter: '파라미터',
    sent: '전송된 값',
    registered: '등록된 값',
    fix: '해결 방법',
    differs: (expected) => `표시된 문자는 “${expected}”이어야 합니다.`,
    endsEarly: (rest) => `등록된 값에는 이 뒤에 “${rest}”이(가) 더 있습니다.`,
    goesOn: '등록된 값이 끝난 뒤에 문자가 더 있습니다.',
  },
}
