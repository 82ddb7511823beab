package org.tipline.account;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The pages that ask who is there; Spring Security takes what they post. */
@Controller
class SignInController {

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  @GetMapping("/sign-in")
  String signIn(@Nullable Authentication authentication) {
    return authentication != null && authentication.getPrincipal() instanceof SignedIn
        ? "redirect:" + Landing.of(authentication)
        : "account/sign-in";
  }

  /** Uses nothing up: mail programs and chats open links to preview them. */
  @GetMapping("/sign-in/link")
  String link(@RequestParam String token, Model model) {
    if (!TOKEN.matcher(token).matches()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    model.addAttribute("token", token);
    return "account/link";
  }
}
